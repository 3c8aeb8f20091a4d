using System.Text.Encodings.Web;
using System.Text.Json;
using Scraper.Storage;

namespace Scraper.Cli;

/// <summary>Articles of a list as JSON lines.</summary>
internal static class SummaryJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Line(ArticleSummary a, double? score = null, string? snippet = null) => JsonSerializer.Serialize(
        new { a.Id, a.Site, a.Url, a.Title, PublishedAt = a.PublishedAt?.ToString(), a.FetchedAt, a.Characters, a.ChangeSeq, score, snippet }, Options);
}
