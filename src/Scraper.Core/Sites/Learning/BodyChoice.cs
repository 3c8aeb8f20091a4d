using System.Globalization;

namespace Scraper.Core.Sites.Learning;

/// <summary>Chooses the selector of the element that holds the text on all pages and as little else as can be.</summary>
internal static class BodyChoice
{
    /// <summary>Weight of what is not text, in characters: strips can take it out again.</summary>
    private const double Foreign = 0.3;

    /// <summary>Least score of an element that counts as the text's.</summary>
    internal const double Least = 0.3;

    /// <summary>What it adds that the page itself calls the element the article's body.</summary>
    private const double Declared = 0.15;

    /// <summary>How many of the best selectors are tried in pairs, and what a pair must be better by.</summary>
    private const int Pairable = 40;
    private const double Pair = 0.03;

    /// <summary>Scores that count as equal; then the selector that can be relied on more is taken.</summary>
    private const double Close = 0.005;

    /// <summary>The best selector; <see langword="null"/> where nothing on the pages can be called by a lasting name.</summary>
    public static LearntSelector? Of(IReadOnlyList<ExamplePage> pages)
    {
        // A page whose text could not be told does not speak.
        var told = pages.Where(p => p.TextLength > 0).ToList();
        if (told.Count == 0)
        {
            return null;
        }

        var scored = told.SelectMany(p => p.Names).GroupBy(n => n, StringComparer.Ordinal)
            .Where(g => g.Count() * 3 >= told.Count * 2)
            .Select(g => (Name: g.Key, Score: told.Average(p => Score(p, g.Key)), Elements: told.Sum(p => p.Elements(g.Key).Count), All: told.All(p => p.Inside(g.Key).Count > 0)))
            .Where(c => c.All && c.Score > Least && !ElementNames.IsWeak(c.Name))
            .ToList();
        if (scored.Count == 0)
        {
            return null;
        }

        // Where a body was cut in two, no one element may hold both halves and little else.
        var pairs = scored.OrderBy(c => ElementNames.Rank(c.Name)).DistinctBy(c => (c.Score, c.Elements)).OrderByDescending(c => c.Score).ThenBy(c => c.Name, StringComparer.Ordinal).Take(Pairable).ToList();
        scored.AddRange(
            from a in pairs
            from b in pairs
            where string.CompareOrdinal(a.Name, b.Name) < 0
            let name = $"{a.Name}, {b.Name}"
            let score = told.Average(p => Score(p, name)) - Pair
            where score > Math.Max(a.Score, b.Score) + Close
            select (name, score, a.Elements + b.Elements, true));
        var best = scored.Max(c => c.Score);
        var chosen = scored.Where(c => c.Score >= best - Close)
            .OrderBy(c => c.Elements).ThenBy(c => ElementNames.Rank(c.Name)).ThenByDescending(c => c.Score).ThenBy(c => c.Name, StringComparer.Ordinal).First();
        var (held, foreign) = Shares(told, chosen.Name);
        return new LearntSelector(chosen.Name, string.Create(CultureInfo.InvariantCulture, $"holds {held:P0} of the text on {told.Count} of {pages.Count} pages; {foreign:P0} of what is in it is not the text"));
    }

    /// <summary>How well an element of this name holds a page's text and little else, 0 to 1 and a little.</summary>
    internal static double Score(ExamplePage page, string name)
    {
        double text = 0, foreign = 0;
        foreach (var block in page.Inside(name))
        {
            if (page.IsText[block])
            {
                text += page.Length(block);
            }
            else
            {
                foreign += page.Length(block);
            }
        }

        return (2 * text / (text + page.TextLength + (Foreign * foreign))) + (name == "[itemprop=articleBody]" ? Declared : 0);
    }

    private static (double Held, double Foreign) Shares(IReadOnlyList<ExamplePage> pages, string name)
    {
        double text = pages.Sum(p => p.Inside(name).Where(b => p.IsText[b]).Sum(p.Length));
        double all = pages.Sum(p => p.Inside(name).Sum(p.Length));
        return (text / Math.Max(1, pages.Sum(p => p.TextLength)), 1 - (text / Math.Max(1, all)));
    }
}
