namespace Scraper.Core.Sites;

/// <summary>Reads a plain list of feeds: an address a line; what stands behind it, and lines that begin with <c>#</c>, are passed over.</summary>
public static class FeedListReader
{
    private static readonly char[] Blanks = [' ', '\t'];

    /// <summary>Reads all feeds; those of one site become one rule.</summary>
    /// <param name="path">The file's path, for messages.</param>
    /// <param name="text">Its whole text.</param>
    /// <returns>The rules, and what of each line was not carried.</returns>
    public static (IReadOnlyList<SiteRule> Rules, IReadOnlyList<SiteProblem> Report) Read(string path, string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var report = new SiteProblems(path);
        var feeds = new List<FeedSubscription>();
        var number = 0;
        foreach (var read in text.AsSpan().TrimStart('\uFEFF').EnumerateLines())
        {
            number++;
            var line = read.Trim();
            if (line.IsEmpty || line[0] == '#')
            {
                continue;
            }

            var end = line.IndexOfAny(Blanks);
            var feed = FeedSubscription.Address((end < 0 ? line : line[..end]).ToString()) is { } address ? new FeedSubscription(address, null, null) : null;
            if (feed?.Host is null)
            {
                report.Add(SiteProblemSeverity.Warning, number, 0, string.Empty, "not the http or https address of a feed; the line is left out");
                continue;
            }

            if (end >= 0)
            {
                report.Add(SiteProblemSeverity.Note, number, 0, string.Empty, "what stands behind the address is not carried");
            }

            feeds.Add(feed);
        }

        return (SubscribedSites.Of(path, feeds, report), report.InOrder);
    }
}
