using Scraper.Core.Decoding;
using Scraper.Fetching;

namespace Scraper.Route;

/// <summary>Tells what the body of a response is.</summary>
internal static class PageContent
{
    private static readonly string[] Readable = ["text/html", "application/xhtml+xml", "text/plain", "application/xml", "text/xml"];

    // A picture or an archive shows itself in its first bytes.
    private const int SampleBytes = 16 * 1024;

    /// <summary>What a page is that cannot be read as a text: its media type, or that its bytes are none whatever the server calls them; <see langword="null"/> where it can.</summary>
    public static string? WhyUnreadable(RawPage page) =>
        page.ContentType is { } type && !Readable.Contains(type, StringComparer.OrdinalIgnoreCase) ? type
        : PageDecoder.Decode(page.Body[..Math.Min(page.Body.Length, SampleBytes)], page.Charset).IsBinary ? $"binary data served as {page.ContentType ?? "nothing in particular"}"
        : null;
}
