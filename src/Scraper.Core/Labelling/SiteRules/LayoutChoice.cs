using Scraper.Core.Sites;

namespace Scraper.Core.Labelling;

/// <summary>
/// The layout that fits a page: the first, in the order of <see cref="LayoutOrder"/>, whose body and other required
/// selectors all find something. Where none fits, the first is used without its body, and that is said.
/// </summary>
/// <param name="Layout">The layout; <see langword="null"/> for a rule without one.</param>
/// <param name="Run">The selectors run so far on that layout.</param>
/// <param name="Body">The body selector that found something.</param>
/// <param name="BodyHits">What it found.</param>
/// <param name="FellBack">Which required selector missed, where no layout fits.</param>
internal sealed record LayoutChoice(SiteLayout? Layout, SelectorRun Run, Selector? Body, IReadOnlyList<SelectorHit> BodyHits, string? FellBack)
{
    /// <summary>Whether the rule named the body and found it.</summary>
    public bool HasBody => BodyHits.Count > 0;

    public static LayoutChoice Of(SiteRule rule, DateOnly? day, SelectorPage? page)
    {
        LayoutChoice? first = null;
        foreach (var layout in LayoutOrder.For(rule, day))
        {
            var choice = Try(layout, page);
            if (choice.FellBack is null)
            {
                return choice;
            }

            first ??= choice;
        }

        return first ?? new LayoutChoice(null, new SelectorRun(page), null, [], null);
    }

    // A container that a script would have filled is as good as none.
    private static (Selector Selector, IReadOnlyList<SelectorHit> Hits)? FirstWithText(SelectorRun run, IReadOnlyList<Selector> body)
    {
        foreach (var selector in body)
        {
            var hits = run.Select("body", selector);
            if (hits.Any(h => h.Value().Length > 0))
            {
                return (selector, hits);
            }
        }

        return null;
    }

    private static LayoutChoice Try(SiteLayout layout, SelectorPage? page)
    {
        var run = new SelectorRun(page);
        if (page is null)
        {
            return new LayoutChoice(layout, run, null, [], null);
        }

        var body = layout.Selectors(SiteField.Body);
        var found = FirstWithText(run, body);
        if (found is null && body is [var wanted, ..])
        {
            var missed = run.Counts.Any(c => c.Hits > 0) ? "body found without text" : "body not found";
            return new LayoutChoice(layout, run, null, [], $"{missed}: {wanted}");
        }

        foreach (var selector in layout.Select.Where(f => f.Key != SiteField.Body).SelectMany(f => f.Value).Where(s => s.IsRequired))
        {
            if (page.Select(selector).Hits.Count == 0)
            {
                return new LayoutChoice(layout, run, null, [], $"required but not found: {selector}");
            }
        }

        return new LayoutChoice(layout, run, found?.Selector, found?.Hits ?? [], null);
    }
}
