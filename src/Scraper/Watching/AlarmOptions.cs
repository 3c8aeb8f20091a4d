namespace Scraper.Watching;

/// <summary>Who is told of alarms.</summary>
public sealed record AlarmOptions
{
    /// <summary>Address that every alarm is posted to as JSON when it opens, grows or closes; <see langword="null"/> to post nothing.</summary>
    public Uri? Webhook { get; init; }
}
