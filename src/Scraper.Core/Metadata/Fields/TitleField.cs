using System.Net;

namespace Scraper.Core.Metadata;

/// <summary>Decides the headline by agreement between the page's headings and what its head says.</summary>
internal static class TitleField
{
    private const double Agreement = 0.5;
    private const int LongestHeading = 220;
    private static readonly string[] Separators = [" | ", " – ", " — ", " - ", " » ", " · ", " • ", " :: ", " // ", " ∙ ", " ❘ ", " ｜ ", "｜", " < ", " > ", " ~ ", ": ", " / "];

    public static (string? Title, Mark? Heading) Resolve(PageEvidence evidence, ArticleData data, SiteNames site)
    {
        string?[] declared = [data.Text("headline"), evidence.Meta("og:title"), evidence.Meta("twitter:title", "parsely-title", "sailthru.title", "dc.title", "dcterms.title", "citation_title"), evidence.TitleElement, data.Text("name")];
        var said = declared.OfType<string>().Select(t => OneLine(WebUtility.HtmlDecode(t))).Where(t => t.Length is > 0 and < 500).ToList();
        var (heading, mark) = Heading(evidence, said, site);
        if (heading is not null)
        {
            return (WithoutSite(heading, site, []), mark);
        }

        foreach (var text in said)
        {
            var cut = WithoutSite(text, site, said);
            if (!site.Contains(cut))
            {
                // A headline in data may be cut short where the page's head has it whole.
                return (said.Select(s => WithoutSite(s, site, said)).FirstOrDefault(s => s.Length > cut.Length + 10 && cut.Length > 40 && s.StartsWith(cut.TrimEnd('.', '…', ' '), StringComparison.Ordinal)) ?? cut, null);
            }
        }

        return (said.Count > 0 ? said[0] : null, null);
    }

    /// <summary>The texts that the head gives as title, for choosing the page's own article among several.</summary>
    public static IReadOnlyCollection<string> Headlines(PageEvidence evidence) =>
        [.. evidence.Headings.Where(h => h.Name == "h1").Select(h => h.Value).Take(3).Append(evidence.Meta("og:title")).Append(evidence.TitleElement).OfType<string>()];

    private static (string? Text, Mark? Mark) Heading(PageEvidence evidence, List<string> said, SiteNames site)
    {
        var headings = evidence.Headings.Where(h => h.Name is "h1" or "headline").SelectMany(Lines).ToList();
        var best = (Text: (string?)null, Mark: (Mark?)null, Score: 0.0);
        foreach (var (text, mark) in headings)
        {
            if (site.Contains(text) || text.Length < 3)
            {
                continue;
            }

            var score = said.Select(s => Agree(text, WithoutSite(s, site, said))).DefaultIfEmpty(0).Max();
            score -= (mark.Zone & PageZone.Elsewhere) != 0 ? 0.1 : 0;
            score += mark.Value.Contains('\n') && text != OneLine(mark.Value) ? -0.01 : 0;
            if (score > best.Score + 0.001)
            {
                best = (text, mark, score);
            }
        }

        if (best.Score >= Agreement)
        {
            return (best.Text, best.Mark);
        }

        // A lone h1 in the page's own part is the headline even when its head is written for search engines.
        var own = evidence.Headings.Where(h => h.Name == "h1" && (h.Zone & (PageZone.Footer | PageZone.Navigation | PageZone.Comments)) == 0 && !site.Contains(h.Value) && !site.Resembles(h.Value)).ToList();
        if (own.Count > 1 && own.Where(h => (h.Zone & PageZone.Article) != 0).Take(2).ToList() is [var only])
        {
            own = [only];
        }

        return (own.Count == 1 && own[0].Value.Length is > 8 and < LongestHeading && (best.Score > 0 || said.Count == 0)) || (own.Count > 1 && said.Count == 0) ? (OneLine(own[0].Value), own[0]) : best.Score >= 0.25 ? (best.Text, best.Mark) : (null, null);
    }

    // A heading as a whole and, where it stands on several lines (a kicker above), each line.
    private static IEnumerable<(string Text, Mark Mark)> Lines(Mark heading)
    {
        yield return (OneLine(heading.Value), heading);
        if (heading.Value.Contains('\n'))
        {
            foreach (var line in heading.Value.Split('\n').Where(l => l.Length > 15))
            {
                yield return (line, heading);
            }
        }
    }

    // Full agreement where one holds the other whole: a head often has less than the heading, or more.
    private static double Agree(string heading, string said)
    {
        string a = WordOverlap.Key(heading), b = WordOverlap.Key(said);
        if (a.Length == 0 || b.Length == 0)
        {
            return 0;
        }

        return a == b ? 1
            : a.Length > 12 && b.Length > 12 && ($"{a} ".StartsWith($"{b} ", StringComparison.Ordinal) || $"{b} ".StartsWith($"{a} ", StringComparison.Ordinal)) ? Math.Max(0.9, WordOverlap.Of(a, b))
            : WordOverlap.Of(a, b);
    }

    /// <summary>A title without the site's name behind or before a separator.</summary>
    internal static string WithoutSite(string title, SiteNames site, IReadOnlyCollection<string> others)
    {
        for (var round = 0; round < 3; round++)
        {
            var cut = CutOnce(title, site, others);
            if (cut is null)
            {
                return title;
            }

            title = cut;
        }

        return title;
    }

    private static string? CutOnce(string title, SiteNames site, IReadOnlyCollection<string> others)
    {
        foreach (var separator in Separators)
        {
            var last = title.LastIndexOf(separator, StringComparison.Ordinal);
            if (last > 0)
            {
                var (head, tail) = (title[..last].Trim(), title[(last + separator.Length)..].Trim());
                if (head.Length > 2 && (site.Contains(tail) || (separator != ": " && site.Resembles(tail) && tail.Length < head.Length)
                    || (separator != ": " && tail.Length < head.Length && others.Any(o => WordOverlap.Key(o) == WordOverlap.Key(head)))))
                {
                    return head;
                }
            }

            var first = title.IndexOf(separator, StringComparison.Ordinal);
            if (first > 0)
            {
                var (head, tail) = (title[..first].Trim(), title[(first + separator.Length)..].Trim());
                if (tail.Length > 2 && site.Contains(head))
                {
                    return tail;
                }
            }
        }

        return null;
    }

    private static string OneLine(string text) => text.Replace('\n', ' ').Trim();
}
