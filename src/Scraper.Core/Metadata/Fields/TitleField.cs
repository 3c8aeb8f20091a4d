using System.Collections.Frozen;
using System.Runtime.InteropServices;

namespace Scraper.Core.Metadata;

/// <summary>Decides the headline by agreement between the page's headings and what its head says.</summary>
internal static class TitleField
{
    private const double Agreement = 0.5;
    private const int LongestHeading = 220;
    private const double FullAgreement = 0.9;
    private const int LabelWords = 3;

    /// <summary>Characters of a heading that is the headline only where the head says none.</summary>
    private const int ShortHeading = 8;

    /// <summary>Characters of a text whose words say too little where another one begins with them.</summary>
    private const int ShortWords = 12;
    private const int HeadlineWords = 6;
    private const string Bar = " | ";
    private static readonly FrozenSet<string> NoSections = FrozenSet<string>.Empty;

    public static (string? Title, Mark? Heading) Resolve(PageEvidence evidence, ArticleData data, SiteNames site, Uri? url)
    {
        var sections = Sections(evidence, data, url);
        var cutter = new TitleCut(site, sections);
        string?[] declared = [data.Text("headline"), OgTitle(evidence, site), evidence.Meta("twitter:title", "parsely-title", "sailthru.title", "dc.title", "dcterms.title", "citation_title"), evidence.TitleElement, data.Text("name")];
        var said = declared.OfType<string>().Select(t => OneLine(EvidenceText.Decode(t))).Where(t => t.Length is > 0 and < 500).ToList();
        var (heading, mark) = Heading(evidence, said, site, cutter, data.Article is not null || evidence.Meta("og:type") == "article");
        if (heading is not null)
        {
            heading = Spaced(heading, said, cutter);
            return ((heading.Contains(Bar, StringComparison.Ordinal) ? cutter : new TitleCut(site, NoSections)).Without(EvidenceText.Decode(heading), []), mark);
        }

        foreach (var text in said)
        {
            var cut = cutter.Without(text, said);
            if (!site.Contains(cut))
            {
                // A headline in data may be cut short where the page's head has it whole.
                return (said.Select(s => cutter.Without(s, said)).FirstOrDefault(s => s.Length > cut.Length + 10 && cut.Length > 40 && s.StartsWith(cut.TrimEnd('.', '…', ' '), StringComparison.Ordinal)) ?? cut, null);
            }
        }

        return (said.Count > 0 ? said[0] : null, null);
    }

    /// <summary>The texts that the head gives as title, for choosing the page's own article among several.</summary>
    public static IReadOnlyCollection<string> Headlines(PageEvidence evidence) =>
        [.. evidence.Headings.Where(h => h.Name == "h1").Select(h => h.Value).Take(3).Append(evidence.Meta("og:title")).Append(evidence.TitleElement).OfType<string>()];

    private static (string? Text, Mark? Mark) Heading(PageEvidence evidence, List<string> said, SiteNames site, TitleCut cutter, bool isArticle)
    {
        // A head that names the site alone says nothing of the article.
        said = [.. said.Select(s => cutter.Without(s, said)).Where(s => !site.Contains(s))];
        var saidWords = said.ConvertAll(WordOverlap.Words);
        var headings = evidence.Headings.Where(h => h.Name is "h1" or "headline").SelectMany(Lines).ToList();
        var best = (Text: (string?)null, Mark: (Mark?)null, Score: 0.0);
        foreach (var (text, mark) in headings)
        {
            if (site.Contains(text) || text.Length < 3 || (text.Length > LongestHeading && said.Count > 0))
            {
                continue;
            }

            var score = Agree(WordOverlap.Words(text), saidWords);
            score -= (mark.Zone & PageZone.Elsewhere) != 0 ? 0.1 : 0;
            score += mark.Value.Contains('\n') && text != OneLine(mark.Value) ? -0.01 : 0;
            if (score > best.Score + 0.001)
            {
                best = (text, mark, score);
            }
        }

        if (best.Score >= Agreement)
        {
            return (WithoutParts(best.Text!, said, evidence), best.Mark);
        }

        // Where the site or a section is the h1, the headline is a lower heading that the head has word for word.
        if (evidence.Headings.Find(h => h.Name is "h2" or "h3" && (h.Zone & PageZone.Elsewhere) == 0 && EvidenceText.MayBeHeadline(h.Value) && h.Value.Length < LongestHeading && Agree(WordOverlap.Words(OneLine(h.Value)), saidWords) >= FullAgreement) is { } lower)
        {
            return (WithoutParts(OneLine(lower.Value), said, evidence), lower);
        }

        // A lone h1 in the page's own part is the headline even when its head is written for search engines.
        var own = evidence.Headings.Where(h => h.Name == "h1" && (h.Zone & (PageZone.Footer | PageZone.Navigation | PageZone.Comments)) == 0 && !site.Contains(h.Value) && !site.Resembles(h.Value)).ToList();
        if (own.Count > 1 && own.Where(h => (h.Zone & (PageZone.Article | PageZone.Related)) == PageZone.Article).Take(2).ToList() is [var only])
        {
            own = [only];
        }

        if (isArticle && own.Count == 1 && IsLabel(own[0].Value, said, best.Score))
        {
            return (null, null);
        }

        return (own.Count == 1 && own[0].Value.Length is > 0 and < LongestHeading && (said.Count == 0 || (own[0].Value.Length > ShortHeading && said.Exists(s => SharesWord(own[0].Value, s))))) || (own.Count > 1 && said.Count == 0) ? (OneLine(own[0].Value), own[0]) : best.Score >= 0.25 ? (best.Text, best.Mark) : (null, null);
    }

    // "Trouble on the railway Why the points freeze", "Rain stops play Premium": kicker, badge or button have an element of their own in the heading, and the page's data or metas leave them out.
    private static string WithoutParts(string heading, List<string> said, PageEvidence evidence)
    {
        if (evidence.HeadingParts.Count == 0)
        {
            return heading;
        }

        var behind = said.Find(s => s.Length < heading.Length && heading.EndsWith(s, StringComparison.Ordinal) && (evidence.HeadingParts.Contains(s) || evidence.HeadingParts.Contains(heading[..^s.Length].Trim())));
        var ahead = said.Find(s => s.Length < heading.Length && heading.StartsWith(s, StringComparison.Ordinal) && evidence.HeadingParts.Contains(heading[s.Length..].Trim()));
        return behind ?? ahead ?? said.Select(s => BehindBar(heading, s, evidence)).FirstOrDefault(s => s is not null) ?? heading;
    }

    // "<span>Rain stops play:</span>ground under water": what only the style sheet parts, the head parts with a space.
    private static string Spaced(string heading, List<string> said, TitleCut cutter) =>
        said.Select(s => cutter.Without(s, said)).FirstOrDefault(s => s.Length > heading.Length && s.Where(c => c != ' ').SequenceEqual(heading.Where(c => c != ' '))) ?? heading;

    // "Opinion | Rain stops play" in the head: the bar parts the kicker from the headline.
    private static string? BehindBar(string heading, string said, PageEvidence evidence) =>
        said.IndexOf(Bar, StringComparison.Ordinal) is > 0 and var bar && said[(bar + Bar.Length)..] is var headline && heading.Length > headline.Length
        && heading.StartsWith(said[..bar], StringComparison.Ordinal) && heading.EndsWith(headline, StringComparison.Ordinal) && evidence.HeadingParts.Contains(said[..bar]) ? headline : null;

    // "Opinion", "M&A Updates" above a page whose head says a whole headline.
    private static bool IsLabel(string heading, List<string> said, double agreement) =>
        agreement < 0.35 && Words(heading) <= LabelWords && said.Count > 1 && said.Take(2).All(s => Words(s) >= HeadlineWords);

    // A word of some length; small ones every heading has.
    private static bool SharesWord(string heading, string said)
    {
        var words = TextTokens.Of(said).Where(t => t.Kind != TextTokenKind.Mark).Select(t => t.Folded).ToHashSet(StringComparer.Ordinal);
        return TextTokens.Of(heading).Exists(t => t.Kind != TextTokenKind.Mark && (t.Length > 3 || t.Folded[0] > '\u007F') && words.Contains(t.Folded));
    }

    private static int Words(string text) => TextTokens.Of(text).Count(t => t.IsWord);

    // Some pages name the site in a first og:title and the article in a second.
    private static string? OgTitle(PageEvidence evidence, SiteNames site) =>
        evidence.Metas.TryGetValue("og:title", out var titles) ? titles.Find(t => !site.Contains(t)) ?? titles[0] : null;

    // The section as the head and the address name it.
    private static HashSet<string> Sections(PageEvidence evidence, ArticleData data, Uri? url)
    {
        var named = url is { IsAbsoluteUri: true } ? url.Segments.SkipLast(1).Select(s => Uri.UnescapeDataString(s).Trim('/')) : [];
        return [.. named.Append(TopicField.Section(evidence, data)).OfType<string>().Select(WordOverlap.Key).Where(k => k.Length > 2)];
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

    /// <summary>How far a heading agrees with that of the texts which it agrees with most.</summary>
    private static double Agree(List<string> heading, List<List<string>> said)
    {
        var best = 0.0;
        foreach (var words in said)
        {
            best = Math.Max(best, Agree(heading, words));
        }

        return best;
    }

    // Full agreement where one holds the other whole: a head often has less than the heading, or more.
    private static double Agree(List<string> a, List<string> b)
    {
        if (a.Count == 0 || b.Count == 0)
        {
            return 0;
        }

        var shared = CollectionsMarshal.AsSpan(a).CommonPrefixLength(CollectionsMarshal.AsSpan(b));
        var opens = shared == Math.Min(a.Count, b.Count);
        return opens && a.Count == b.Count ? 1
            : opens && Length(a) > ShortWords && Length(b) > ShortWords ? Math.Max(0.9, WordOverlap.Of(a, b))
            : WordOverlap.Of(a, b);
    }

    private static int Length(List<string> words) => words.Sum(w => w.Length + 1) - 1;

    // Generators of documentation end each heading with a link to itself: a pilcrow.
    private static string OneLine(string text) => text.Replace('\n', ' ').Trim().TrimEnd(' ', '¶');
}
