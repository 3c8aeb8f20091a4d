using System.Text.RegularExpressions;
using Scraper.Core.Decoding;
using Scraper.Fetching;

namespace Scraper.Route;

/// <summary>Tells what the body of a response is: by its media type, and by itself where that is wrong or says nothing.</summary>
internal static partial class PageContent
{
    // The second line is what the MIME Sniffing Standard, 7, calls an unknown type.
    private static readonly string[] Readable =
    [
        "text/html", "application/xhtml+xml", "text/plain", "application/xml", "text/xml",
        "*/*", "unknown/unknown", "application/unknown",
    ];

    // A picture or an archive shows itself in its first bytes, and so does an HTML document.
    private const int SampleBytes = 16 * 1024;

    /// <summary>What a page is that cannot be read as a text: its media type, or that its bytes are none whatever the server calls them; <see langword="null"/> where it can.</summary>
    public static string? WhyUnreadable(RawPage page)
    {
        var sample = Sample(page);
        return page.ContentType is { } type && !Readable.Contains(type, StringComparer.OrdinalIgnoreCase) && (sample.IsBinary || !Document().IsMatch(sample.Text)) ? type
            : sample.IsBinary ? $"binary data served as {page.ContentType ?? "nothing in particular"}"
            : null;
    }

    /// <summary>Whether a page is plain text: served as such, and no HTML document for all that.</summary>
    public static bool IsPlainText(RawPage page) =>
        "text/plain".Equals(page.ContentType, StringComparison.OrdinalIgnoreCase) && !Document().IsMatch(Sample(page).Text);

    private static DecodedPage Sample(RawPage page) => PageDecoder.Decode(page.Body[..Math.Min(page.Body.Length, SampleBytes)], page.Charset);

    /// <summary>How an HTML document begins, and no text about one: comments and an XML declaration, then doctype or outer elements.</summary>
    [GeneratedRegex("^[\\s\\uFEFF]*(?:<\\?xml[^>]*>\\s*)?(?:<!--[\\s\\S]*?-->\\s*)*<(?:!doctype\\s+html|html|head|body)[\\s/>]", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex Document();
}
