using Scraper.Core.Templates;

namespace Scraper.Core.Sites.Learning;

/// <summary>Proposes a site rule from a few of its pages: body first, then what to take out of it, then the fields. Same pages, same rule.</summary>
public static class SiteRuleLearner
{
    /// <summary>Fewest pages from which what repeats can be told from what does not.</summary>
    public const int LeastPages = 2;

    private static readonly SiteField[] Sought = [SiteField.Title, SiteField.Author, SiteField.Date, SiteField.Captions];

    /// <summary>The rule; <see langword="null"/> where no element that holds the text can be called by a lasting name.</summary>
    /// <param name="pages">The pages, of one layout.</param>
    public static LearntRule? Learn(IReadOnlyList<ExamplePage> pages)
    {
        ArgumentNullException.ThrowIfNull(pages);
        pages = WithoutRepeats(pages);
        if (BodyChoice.Of(pages) is not { } body)
        {
            return null;
        }

        var choice = new StripChoice(pages, body.Expression);
        var strips = choice.Choose();
        var lines = LineChoice.Of(pages, choice);
        var fields = FieldChoice.Of(pages, body.Expression);
        var patterns = lines.Select(l => new SitePattern(l.Expression)).ToList();
        return new LearntRule
        {
            Pages = pages.Count,
            Body = body,
            Strips = strips,
            Lines = lines,
            Fields = fields,
            Notes =
            [
                .. Sought.Where(f => !fields.ContainsKey(f)).Select(f => SiteVocabulary.Written(f)).ToList() is { Count: > 0 } missing
                    ? (string[])[$"no selector was found for {string.Join(", ", missing)}: what the pages' own metadata say is read"]
                    : [],
                .. choice.Left.Select(b => pages[b.Page].Blocks[b.Block])
                    .Where(b => !patterns.Exists(p => p.IsMatch(b.Block.Text)))
                    .OrderByDescending(b => b.Block.Text.Length).Take(3)
                    .Select(b => $"left in: \"{(b.Block.Text.Length > 60 ? b.Block.Text[..60] + "…" : b.Block.Text).ReplaceLineEndings(" ")}\" (taken for {Labelling.Names.Of(b.Verdict.Label)})"),
            ],
        };
    }

    /// <summary>What stands word for word on most of the pages is not what any of them is about; what is a caption once is one wherever the page says it.</summary>
    private static IReadOnlyList<ExamplePage> WithoutRepeats(IReadOnlyList<ExamplePage> pages)
    {
        if (pages.Count < LeastPages)
        {
            return pages;
        }

        var on = new Dictionary<ulong, int>();
        foreach (var page in pages)
        {
            foreach (var key in page.Blocks.Select(b => TextKey.Of(b.Block.Text)).ToHashSet())
            {
                on[key] = on.GetValueOrDefault(key) + 1;
            }
        }

        return [.. pages.Select(p => p.IsCertain ? p : Without(p))];

        ExamplePage Without(ExamplePage page)
        {
            var captions = page.Blocks.Where(b => b.Verdict.Label == Labelling.Label.Caption).Select(b => b.Block.Text).ToHashSet(StringComparer.Ordinal);
            return page.WithText([.. page.Blocks.Select((b, i) => page.IsText[i] && !captions.Contains(b.Block.Text) && !(on[TextKey.Of(b.Block.Text)] is >= 2 and var n && n * 3 >= pages.Count * 2))]);
        }
    }
}
