namespace Scraper.Watching;

/// <summary>Who is told of alarms.</summary>
public sealed record AlarmOptions
{
    /// <summary>Address that every alarm is posted to as JSON when it opens, grows or closes; <see langword="null"/> to post nothing. Like a proxy it is the owner's choice and may stand at any address.</summary>
    public Uri? Webhook { get; init; }
}
