namespace Scraper.Fetching;

/// <summary>What politeness has to remember about one host across restarts.</summary>
/// <param name="Host">Lower-case IDNA host name; with <c>:port</c> where the port is not the default one of http or https.</param>
/// <param name="NextAllowedAt">No request may be sent before this instant (UTC).</param>
/// <param name="Failures">Consecutive failures that count for back-off; 0 after any success.</param>
public sealed record HostState(string Host, DateTimeOffset NextAllowedAt, int Failures);
