using System.Globalization;
using Scraper.Core.Blocks;
using Scraper.Core.Metadata;

namespace Scraper.Tests.Metadata.World;

/// <summary>What is read off a small page, as one line each.</summary>
internal static class ReadPage
{
    public static PageMetadata Of(string html, string url = "https://news.example.com/story") =>
        MetadataReader.Read(HtmlTree.Parse(html, HtmlLimits.Default, CancellationToken.None), new Uri(url), new DateTimeOffset(2026, 7, 1, 0, 0, 0, TimeSpan.Zero));

    public static string Authors(string html) => string.Join('|', Of(html).Authors);

    public static string Day(string html, string url = "https://news.example.com/story") =>
        Of(html, url).PublishedAt?.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? string.Empty;

    /// <summary>Title, authors and day as <c>title / authors / day</c>.</summary>
    public static string All(string html, string url = "https://news.example.com/story")
    {
        var read = Of(html, url);
        return $"{read.Title} / {string.Join('|', read.Authors)} / {read.PublishedAt?.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}";
    }
}
