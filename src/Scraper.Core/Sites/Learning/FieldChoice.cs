using System.Globalization;
using Scraper.Core.Labelling;

namespace Scraper.Core.Sites.Learning;

/// <summary>Chooses the selectors of the fields whose values are known: the one that gives the value on most pages, and nothing else.</summary>
internal static class FieldChoice
{
    public static IReadOnlyDictionary<SiteField, LearntSelector> Of(IReadOnlyList<ExamplePage> pages, string body)
    {
        var fields = new Dictionary<SiteField, LearntSelector>();
        Add(SiteField.Title, First(pages, p => p.Article.Title));
        Add(SiteField.Author, First(pages, p => p.Article.Authors is [var one] ? one : null, mayBePart: true));
        Add(SiteField.Date, Date(pages));
        Add(SiteField.Captions, Captions(pages, body));
        return fields;

        void Add(SiteField field, LearntSelector? selector)
        {
            if (selector is not null)
            {
                fields[field] = selector;
            }
        }
    }

    /// <summary>The selector whose first element has the value as its text; one of a part of a named element only where no name tells it as often.</summary>
    private static LearntSelector? First(IReadOnlyList<ExamplePage> pages, Func<ExamplePage, string?> value, bool mayBePart = false)
    {
        var told = pages.Where(p => value(p) is { Length: > 0 }).ToList();
        if (told.Count == 0)
        {
            return null;
        }

        var hits = told.SelectMany(p => Naming(p, value(p)!, mayBePart)).GroupBy(n => n, StringComparer.Ordinal)
            .Where(g => g.Count() * 3 >= told.Count * 2 && g.Count() >= Math.Min(2, pages.Count))
            .OrderByDescending(g => g.Count()).ThenBy(g => ElementNames.IsPart(g.Key))
            .ThenBy(g => pages.Sum(p => p.Elements(g.Key).Count)).ThenBy(g => ElementNames.Rank(g.Key)).ThenBy(g => g.Key, StringComparer.Ordinal)
            .FirstOrDefault();
        return hits is null ? null : new LearntSelector(hits.Key, string.Create(CultureInfo.InvariantCulture, $"gives it on {hits.Count()} of {pages.Count} pages"));
    }

    /// <summary>The selectors whose first element on the page has a text.</summary>
    private static List<string> Naming(ExamplePage page, string value, bool mayBePart)
    {
        var wanted = Folded(value);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var found = new List<string>();
        foreach (var element in page.Tree.Root.Descendants())
        {
            var isValue = false;
            var isRead = false;
            foreach (var name in ElementNames.Of(element).Concat(mayBePart ? ElementNames.AsPart(element) : []).Where(n => !ElementNames.IsWeak(n)))
            {
                if (seen.Add(name))
                {
                    isValue = isRead ? isValue : Folded(ElementText.Of(element)) == wanted;
                    isRead = true;
                    if (isValue)
                    {
                        found.Add(name);
                    }
                }
            }
        }

        return found;
    }

    private static LearntSelector? Date(IReadOnlyList<ExamplePage> pages)
    {
        var told = pages.Where(p => p.Article.PublishedAt is not null).ToList();
        if (told.Count == 0)
        {
            return null;
        }

        (string Expression, string? Attribute, Func<ExamplePage, string?> Value)[] places =
        [
            ("//meta[@property='article:published_time']/@content", null, p => Meta(p, "property", "article:published_time")),
            ("//meta[@itemprop='datePublished']/@content", null, p => Meta(p, "itemprop", "datePublished")),
            .. told.SelectMany(p => p.Tree.Root.Descendants().Where(e => e.Name == "time" && e.Attribute("datetime") is not null).SelectMany(ElementNames.Of)).Distinct()
                .OrderBy(ElementNames.Rank).Select(n => (n, (string?)"datetime", (Func<ExamplePage, string?>)(p => FirstTime(p, n)))),
        ];
        foreach (var (expression, attribute, value) in places)
        {
            var right = told.Count(p => value(p) is { } text && FieldDate.Read(text, null, p.Article.Language) is { } date && date.Value == p.Article.PublishedAt!.Value);
            if (right == told.Count)
            {
                return new LearntSelector(expression, string.Create(CultureInfo.InvariantCulture, $"gives it on {right} of {pages.Count} pages"), attribute);
            }
        }

        return null;
    }

    private static string? Meta(ExamplePage page, string attribute, string value) =>
        page.Tree.Root.Descendants().FirstOrDefault(e => e.Name == "meta" && e.Attribute(attribute) == value)?.Attribute("content");

    private static string? FirstTime(ExamplePage page, string name) =>
        page.Tree.Root.Descendants().FirstOrDefault(e => ElementNames.Of(e).Contains(name))?.Attribute("datetime");

    private static LearntSelector? Captions(IReadOnlyList<ExamplePage> pages, string body)
    {
        var captions = pages.Select(p => p.Blocks.Where(b => b.Verdict.Label == Label.Caption && !p.IsText[b.Block.Index]).Select(b => b.Block.Index).ToHashSet()).ToList();
        var all = captions.Sum(c => c.Count);
        if (all == 0)
        {
            return null;
        }

        var best = pages.SelectMany(p => p.Names).Distinct(StringComparer.Ordinal)
            .Where(n => n != body && n != "figure" && !ElementNames.IsWeak(n))
            .Select(n => (Name: n, Inside: pages.Select((p, i) => (All: p.Inside(n).Count, Caption: p.Inside(n).Count(captions[i].Contains))).Aggregate((a, b) => (a.All + b.All, a.Caption + b.Caption))))
            .Where(c => c.Inside.Caption > 0 && c.Inside.All == c.Inside.Caption)
            .OrderByDescending(c => c.Inside.Caption).ThenBy(c => ElementNames.Rank(c.Name)).ThenBy(c => c.Name, StringComparer.Ordinal)
            .FirstOrDefault();
        return best.Name is null ? null : new LearntSelector(best.Name, string.Create(CultureInfo.InvariantCulture, $"{best.Inside.Caption} of {all} captions, and nothing else"));
    }

    private static string Folded(string text) => string.Join(' ', Words.Of(text));
}
