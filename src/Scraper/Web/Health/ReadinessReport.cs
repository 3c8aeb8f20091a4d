using System.Text.Json.Serialization;

namespace Scraper.Web.Health;

/// <summary>What <c>/readyz</c> says.</summary>
/// <param name="Store"><c>writable</c> or <c>not writable</c>.</param>
/// <param name="Scheduler"><c>running</c> or <c>not running</c>.</param>
internal sealed record ReadinessReport(string Store, string Scheduler)
{
    /// <summary>Whether all is well.</summary>
    [JsonIgnore]
    public bool IsReady => Store == "writable" && Scheduler == "running";
}
