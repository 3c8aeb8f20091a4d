using Scraper.Hosting;

namespace Scraper.Watching;

/// <summary>Who is told of alarms.</summary>
public sealed record AlarmOptions
{
    /// <summary>Address that every alarm is posted to as JSON when it opens, grows or closes; <see langword="null"/> to post nothing. An address of one's own network has to stand here itself, or its name in <c>Fetching:Allow</c>.</summary>
    [Secret]
    public Uri? Webhook { get; init; }
}
