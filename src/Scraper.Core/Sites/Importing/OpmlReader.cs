using System.Text;
using System.Xml;

namespace Scraper.Core.Sites;

/// <summary>
/// Reads lists of subscriptions in OPML (http://opml.org/spec2.opml), as feed readers export them: an <c>outline</c> with
/// <c>xmlUrl</c> is a feed, at any depth and whatever its type. A document type is passed over, so that no entity grows and nothing is fetched.
/// </summary>
public static class OpmlReader
{
    /// <summary>UTF-16 code units that are read.</summary>
    private const int MostCharacters = 64 << 20;

    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Ignore,
        XmlResolver = null,
        CheckCharacters = false,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        MaxCharactersInDocument = MostCharacters,
    };

    /// <summary>Reads all feeds; those of one site become one rule. Where the file breaks off, the feeds before that are taken.</summary>
    /// <param name="path">The file's path, for messages.</param>
    /// <param name="opml">Its bytes, in the encoding that they declare.</param>
    /// <returns>The rules, and line by line what was not carried.</returns>
    public static (IReadOnlyList<SiteRule> Rules, IReadOnlyList<SiteProblem> Report) Read(string path, byte[] opml)
    {
        ArgumentNullException.ThrowIfNull(opml);
        var report = new SiteProblems(path);
        var feeds = new List<FeedSubscription>();
        try
        {
            using var bytes = new MemoryStream(opml, writable: false);
            using var xml = XmlReader.Create(bytes, Settings);
            while (xml.Read())
            {
                if (xml.NodeType == XmlNodeType.Element && xml.LocalName.Equals("outline", StringComparison.OrdinalIgnoreCase) && Feed(xml, report) is { } feed)
                {
                    feeds.Add(feed);
                }
            }
        }
        catch (XmlException broken)
        {
            report.Add(SiteProblemSeverity.Error, broken.LineNumber, broken.LinePosition, string.Empty, $"not XML: {Reason(broken)}; {(feeds.Count > 0 ? $"the {feeds.Count} feeds before it are taken" : "save what your feed reader exports as OPML")}");
        }

        return (SubscribedSites.Of(path, feeds, report), report.InOrder);
    }

    private static FeedSubscription? Feed(XmlReader xml, SiteProblems report)
    {
        var attributes = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var line = ((IXmlLineInfo)xml).LineNumber;
        while (xml.MoveToNextAttribute())
        {
            attributes.TryAdd(xml.LocalName, xml.Value);
        }

        // A folder, or a link to a page or to another list.
        if (attributes.GetValueOrDefault("xmlUrl") is not { } address || string.IsNullOrWhiteSpace(address))
        {
            return null;
        }

        var title = Title(attributes.GetValueOrDefault("title")) ?? Title(attributes.GetValueOrDefault("text"));
        var feed = FeedSubscription.Address(address) is { } url ? new FeedSubscription(url, FeedSubscription.Address(attributes.GetValueOrDefault("htmlUrl")), title) : null;
        if (feed?.Host is null)
        {
            report.Add(SiteProblemSeverity.Warning, line, 0, "xmlUrl", $"not an http or https address; the feed{(title is null ? string.Empty : $" \"{title}\"")} is left out");
            return null;
        }

        return feed;
    }

    /// <summary>A title in one line; <see langword="null"/> where it says nothing. Half a character, which no file can hold, goes.</summary>
    private static string? Title(string? text)
    {
        var whole = string.Concat((text ?? string.Empty).EnumerateRunes().Select(r => Rune.IsControl(r) ? " " : r.ToString()));
        return string.Join(' ', whole.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)) is { Length: > 0 } title ? title : null;
    }

    // The reader adds where it stands, which is said in front.
    private static string Reason(XmlException broken) => broken.Message.Split(" Line ", 2)[0].TrimEnd('.');
}
