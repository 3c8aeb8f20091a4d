namespace Scraper.Core.Metadata;

/// <summary>Cuts the site's name and the section's off a title.</summary>
/// <param name="site">The site's names.</param>
/// <param name="sections">Folded names of the sections that the page may belong to.</param>
internal sealed class TitleCut(SiteNames site, IReadOnlySet<string> sections)
{
    private const int MostCuts = 4;
    private const int SectionWords = 3;
    private const int HeadlineWords = 5;
    private const string Bar = " | ";

    private static readonly string[] Spaced = [Bar, " – ", " — ", " - ", " » ", " « ", " · ", " • ", " :: ", " // ", " ∙ ", " ❘ ", " ｜ ", "｜", " < ", " > ", " ~ ", " : ", ": ", " / ", " @ "];

    // Without spaces only the site's very name is cut, since words and times have such marks too.
    private static readonly string[] Tight = ["--", "_", "|", "—", "–", "-", "：", ":"];
    private static readonly (char Open, char Close)[] Brackets = [('【', '】'), ('[', ']'), ('(', ')'), ('（', '）'), ('«', '»')];

    /// <summary>A title without the site's name behind or before a separator.</summary>
    /// <param name="title">The title.</param>
    /// <param name="others">Other titles of the page; what is equal to one of them is whole.</param>
    public string Without(string title, IReadOnlyCollection<string> others)
    {
        for (var round = 0; round < MostCuts && Once(title, others) is { } cut; round++)
        {
            // "headline | section | site": what stands between bars, too short for a headline, is where the page belongs.
            var isBarred = title.StartsWith(cut + Bar, StringComparison.Ordinal);
            title = cut;
            while (isBarred && title.LastIndexOf(Bar, StringComparison.Ordinal) is > 0 and var bar && WordOverlap.Words(title[(bar + Bar.Length)..]).Count <= SectionWords && WordOverlap.Words(title[..bar]).Count >= HeadlineWords)
            {
                title = title[..bar].Trim();
            }
        }

        return title;
    }

    private string? Once(string title, IReadOnlyCollection<string> others) =>
        Spaced.Select(s => AtSpaced(title, s, others)).FirstOrDefault(c => c is not null)
        ?? Tight.Select(s => AtTight(title, s)).FirstOrDefault(c => c is not null)
        ?? InBrackets(title);

    private string? AtSpaced(string title, string separator, IReadOnlyCollection<string> others)
    {
        var isColon = separator == ": ";
        var last = title.LastIndexOf(separator, StringComparison.Ordinal);
        if (last > 0)
        {
            var (head, tail) = (title[..last].Trim(), title[(last + separator.Length)..].Trim());
            if (head.Length > 2 && (site.Contains(tail)
                || (!isColon && tail.Length < head.Length && (site.Resembles(tail) || others.Any(o => WordOverlap.Key(o) == WordOverlap.Key(head))))
                || (!isColon && head.Length > 12 && sections.Contains(WordOverlap.Key(tail)))
                || (separator == Bar && tail.Length < head.Length && site.Opens(tail))))
            {
                return head;
            }
        }

        var first = title.IndexOf(separator, StringComparison.Ordinal);
        return first > 0 && title[(first + separator.Length)..].Trim() is { Length: > 2 } rest && site.Contains(title[..first]) ? rest : null;
    }

    private string? AtTight(string title, string separator)
    {
        var last = title.LastIndexOf(separator, StringComparison.Ordinal);
        if (last > 2 && site.Contains(title[(last + separator.Length)..]))
        {
            // "headline_section_site": between marks that no sentence has stands nothing of the headline.
            return title[..(separator is "_" or "--" ? title.IndexOf(separator, StringComparison.Ordinal) : last)].Trim();
        }

        var first = title.IndexOf(separator, StringComparison.Ordinal);
        return first > 1 && first + separator.Length + 2 < title.Length && site.Contains(title[..first]) ? title[(first + separator.Length)..].Trim() : null;
    }

    private string? InBrackets(string title)
    {
        foreach (var (open, close) in Brackets)
        {
            if (title.EndsWith(close) && title.LastIndexOf(open) is > 2 and var at && site.Contains(title[(at + 1)..^1]))
            {
                return title[..at].Trim();
            }
        }

        return null;
    }
}
