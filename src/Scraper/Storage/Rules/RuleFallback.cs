namespace Scraper.Storage;

/// <summary>A page that a rule did not fit.</summary>
/// <param name="Url">Its address.</param>
/// <param name="At">When it was fetched.</param>
/// <param name="Reason">Which selector missed, with file and line, or what the generic labeller was sure of.</param>
public sealed record RuleFallback(string Url, DateTimeOffset At, string Reason);
