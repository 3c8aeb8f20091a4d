namespace Scraper.Core.Sites;

/// <summary>How much work one selector may still do on one page: steps from node to node and characters read.</summary>
internal sealed class SelectorBudget(long steps)
{
    private const long Least = 1_000_000;
    private const long StepsANode = 20;

    private long _left = steps;

    /// <summary>What a selector gets on a page: some ten times what a plain one needs on a large page.</summary>
    public static SelectorBudget For(PageIndex page) => new(Least + (StepsANode * page.Count));

    /// <exception cref="SelectorRanAwayException">Nothing is left.</exception>
    public void Spend(int steps = 1)
    {
        _left -= steps;
        if (_left < 0)
        {
            throw new SelectorRanAwayException();
        }
    }
}
