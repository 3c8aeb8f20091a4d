using Scraper.Core.Articles;
using Scraper.Core.Labelling;

namespace Scraper.Core.Sites.Learning;

/// <summary>
/// Proposes how to change a rule that no longer fits: where the old articles' texts stand in the new pages, and what has
/// come in between. What still works is left as it is, and old selectors stay behind new ones for the pages of the archive.
/// Nothing is applied: a person decides.
/// </summary>
public sealed record RuleRepair
{
    /// <summary>Where the body stands now; <see langword="null"/> where the rule still finds it.</summary>
    public LearntSelector? Body { get; init; }

    /// <summary>Where fields stand now that the rule gets wrong.</summary>
    public IReadOnlyDictionary<SiteField, LearntSelector> Fields { get; init; } = new Dictionary<SiteField, LearntSelector>();

    /// <summary>What has come into the body.</summary>
    public IReadOnlyList<LearntStrip> Strips { get; init; } = [];

    /// <summary>Lines that have come into the body.</summary>
    public IReadOnlyList<LearntStrip> Lines { get; init; } = [];

    /// <summary>Whether the rule's <c>cut_after</c> now cuts the text itself and must go.</summary>
    public bool DropsCutAfter { get; init; }

    /// <summary>Whether there is anything to change.</summary>
    public bool IsEmpty => Body is null && !DropsCutAfter && Fields.Count + Strips.Count + Lines.Count == 0;

    /// <summary>The repair of a rule.</summary>
    /// <param name="rule">The rule, complete with its families.</param>
    /// <param name="pages">New pages with the text, title, authors and date that their articles had.</param>
    /// <param name="today">What the rule makes of the same pages, in the same order.</param>
    public static RuleRepair Propose(SiteRule rule, IReadOnlyList<ExamplePage> pages, IReadOnlyList<Extraction> today)
    {
        ArgumentNullException.ThrowIfNull(rule);
        ArgumentNullException.ThrowIfNull(pages);
        ArgumentNullException.ThrowIfNull(today);
        // Where the text is gone, behind a wall or not yet loaded, everything that is left would look like what has come in between.
        var told = pages.Zip(today).Where(p => p.First.TextLength > 0).ToList();
        if (told.Count * 2 <= pages.Count || SiteRuleLearner.Learn([.. told.Select(p => p.First)]) is not { } learnt)
        {
            return new RuleRepair();
        }

        pages = [.. told.Select(p => p.First)];
        today = [.. told.Select(p => p.Second)];

        var articles = today.Select(t => t.Article).ToList();

        var layout = rule.Layouts.FirstOrDefault(l => l.ValidUntil is null);
        var bodies = layout?.Selectors(SiteField.Body).Select(s => s.Expression).ToList() ?? [];
        var isKept = today.All(t => t.Rule?.FellBack is null) && (pages.Zip(articles).All(p => Held(p.First, p.Second) >= 0.97) || Likeness.Of(pages, learnt) <= Likeness.Of(pages, articles));
        var strips = layout?.Strip.SelectMany(s => s.Selector.Expression.Split(',', StringSplitOptions.TrimEntries)).ToHashSet(StringComparer.Ordinal) ?? [];
        var extra = pages.Zip(articles).Any(p => Foreign(p.First, p.Second));
        return new RuleRepair
        {
            Body = isKept || bodies.Contains(learnt.Body.Expression) ? null : learnt.Body,
            Strips = isKept && !extra ? [] : [.. learnt.Strips.Where(s => !strips.Contains(s.Expression))],
            Lines = isKept && !extra ? [] : learnt.Lines,
            DropsCutAfter = layout is not null && pages.Any(p => layout.CutAfter.Any(m => m.Pattern is { } marker && StandsAmidText(marker, p))),
            Fields = learnt.Fields.Where(f => IsWrong(f.Key, pages, articles)).ToDictionary(f => f.Key, f => f.Value),
        };
    }

    /// <summary>The rule with this repair in it.</summary>
    /// <param name="rule">The rule, with its families or without.</param>
    /// <param name="complete">The same rule with its families: what its selectors are today.</param>
    /// <param name="until">Last day of the old layout, which then stays for the pages up to it; <see langword="null"/> to change it for all pages.</param>
    public SiteRule Apply(SiteRule rule, SiteRule complete, DateOnly? until = null)
    {
        ArgumentNullException.ThrowIfNull(rule);
        ArgumentNullException.ThrowIfNull(complete);
        var (layout, whole) = (Today(rule), Today(complete));
        var select = layout.Select.ToDictionary(s => s.Key, s => s.Value);
        foreach (var (field, found) in Body is null ? Fields : Fields.Append(new(SiteField.Body, Body)))
        {
            select[field] = [Selector.Of(found.Expression) with { Attribute = found.Attribute }, .. whole.Selectors(field).Where(s => s.Expression != found.Expression)];
        }

        var repaired = layout with
        {
            Select = select,
            CutAfter = DropsCutAfter ? [] : layout.CutAfter,
            Strip = [.. layout.Strip, .. Strips.Select(s => (Selector.Of(s.Expression), s.Label))],
            Lines = [.. layout.Lines, .. Lines.Select(l => new SiteLine(new SitePattern(l.Expression), l.Label))],
        };
        IEnumerable<SiteLayout> old = until is null ? [] : [layout with { ValidUntil = until }];
        return rule with { Layouts = [repaired, .. old, .. rule.Layouts.Where(l => l.ValidUntil is not null)] };
    }

    /// <summary>Whether a marker's line stands between parts of the text.</summary>
    private static bool StandsAmidText(SitePattern marker, ExamplePage page) =>
        page.Blocks.Any(b => marker.IsMatch(b.Block.Text) && Array.IndexOf(page.IsText, true) is >= 0 and var first && first < b.Block.Index && Array.LastIndexOf(page.IsText, true) > b.Block.Index);

    private static SiteLayout Today(SiteRule rule) => rule.Layouts.FirstOrDefault(l => l.ValidUntil is null) ?? new SiteLayout();

    /// <summary>Share of the wanted text that an article holds.</summary>
    private static double Held(ExamplePage page, Article article)
    {
        double held = 0;
        for (var i = 0; i < page.Blocks.Count && i < article.Blocks.Count; i++)
        {
            held += page.IsText[i] && article.Blocks[i].Verdict.IsText ? page.Length(i) : 0;
        }

        return held / Math.Max(1, page.TextLength);
    }

    private static bool Foreign(ExamplePage page, Article article) =>
        page.Blocks.Any(b => !page.IsText[b.Block.Index] && b.Block.Index < article.Blocks.Count && article.Blocks[b.Block.Index].Verdict.IsText);

    private static bool IsWrong(SiteField field, IReadOnlyList<ExamplePage> pages, IReadOnlyList<Article> today) =>
        pages.Zip(today).Count(p => field switch
        {
            SiteField.Title => Folded(p.First.Article.Title) != Folded(p.Second.Title),
            SiteField.Author => p.First.Article.Authors.Count > 0 && p.Second.Authors.Count == 0,
            SiteField.Date => p.First.Article.PublishedAt is not null && p.Second.PublishedAt is null,
            SiteField.Captions => p.First.Article.Captions.Count > 0 && p.Second.Captions.Count == 0,
            _ => false,
        }) * 2 > pages.Count;

    private static string Folded(string text) => string.Join(' ', Words.Of(text));
}
