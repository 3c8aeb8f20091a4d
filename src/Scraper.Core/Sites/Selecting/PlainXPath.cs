namespace Scraper.Core.Sites;

/// <summary>
/// The XPaths that most rules are made of, answered without the XPath engine, which takes some twenty times as long:
/// <c>//div</c>, <c>//*[@id='x']</c>, <c>//p[contains(@class, "x")]</c>,
/// <c>//p[contains(concat(' ', normalize-space(@class), ' '), ' x ')]</c>, several of these tests joined by <c>or</c>
/// in one bracket, and several such paths joined by <c>|</c>.
/// </summary>
internal sealed class PlainXPath
{
    private readonly PlainXPathStep[] _steps;

    private PlainXPath(PlainXPathStep[] steps) => _steps = steps;

    /// <summary>The expression in this form; <see langword="null"/> where it is not one of these.</summary>
    public static PlainXPath? Of(string expression)
    {
        // A bar inside quotes leaves parts that are no path, and the whole to the engine.
        var steps = expression.Split('|').Select(p => PlainXPathStep.Of(p.Trim())).ToArray();
        return steps.Contains(null) ? null : new PlainXPath(steps!);
    }

    /// <summary>The elements it finds, in document order.</summary>
    public List<SelectorHit> Run(PageIndex page, SelectorBudget budget)
    {
        var found = _steps.Length == 1 ? _steps[0].Run(page, budget) : _steps.SelectMany(s => s.Run(page, budget)).Distinct().Order();
        return [.. found.Select(id => new SelectorHit(page.Element(id)))];
    }
}
