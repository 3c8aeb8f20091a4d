namespace Scraper.Route;

/// <summary>What the body of a response may be.</summary>
internal static class PageContent
{
    private static readonly string[] Readable = ["text/html", "application/xhtml+xml", "text/plain", "application/xml", "text/xml"];

    /// <summary>Whether a body of this media type may be an article; an unnamed one may.</summary>
    public static bool IsReadable(string? mediaType) => mediaType is null || Readable.Contains(mediaType, StringComparer.OrdinalIgnoreCase);
}
