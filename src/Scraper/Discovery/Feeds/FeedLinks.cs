using System.Net;
using System.Text.RegularExpressions;

namespace Scraper.Discovery.Feeds;

/// <summary>The article links of a feed.</summary>
internal static partial class FeedLinks
{
    private const int MaxTitleLength = 500;

    /// <summary>Links in the feed's order; entries without one are left. What is wrong with a feed of which links could be read is a note.</summary>
    public static SourceReading Of(Feed feed)
    {
        FoundLink[] links = [.. feed.Entries.Where(entry => entry.Link is not null)
            .Select(entry => new FoundLink(entry.Link!, Plain(entry.Title), (entry.Published ?? entry.Created ?? entry.Updated)?.Value))];
        return links.Length > 0 ? new SourceReading(links, [], null, feed.Problem) : new SourceReading(links, [], feed.Problem);
    }

    private static string? Plain(FeedText? title)
    {
        if (title is null)
        {
            return null;
        }

        var text = title.Type == "text/plain" ? title.Value : WebUtility.HtmlDecode(Tag().Replace(title.Value, string.Empty));
        text = Blanks().Replace(text, " ").Trim();
        return text.Length == 0 ? null : text.Length <= MaxTitleLength ? text : text[..MaxTitleLength];
    }

    [GeneratedRegex("<[^>]*>", RegexOptions.NonBacktracking)]
    private static partial Regex Tag();

    [GeneratedRegex("\\s+", RegexOptions.NonBacktracking)]
    private static partial Regex Blanks();
}
