namespace Scraper.Fetching;

/// <summary>What a server said about a version of a resource, to ask later whether it has changed (RFC 9110, 8.8).</summary>
/// <param name="ETag">The entity tag as sent, quotes and a <c>W/</c> prefix included; at most 1,024 characters.</param>
/// <param name="LastModified">The <c>Last-Modified</c> value as sent, so that it goes back byte for byte; at most 128 characters.</param>
public sealed record Validators(string? ETag, string? LastModified)
{
    /// <summary>No validator at all.</summary>
    public static readonly Validators None = new(null, null);

    /// <summary>Whether there is nothing to ask with.</summary>
    public bool IsEmpty => ETag is null && LastModified is null;
}
