namespace Scraper.Core.Sites;

/// <summary>How much work one selector may still do on one page: steps from node to node and characters read.</summary>
internal sealed class SelectorBudget(long steps)
{
    /// <summary>Steps a selector gets; a plain one on a large page takes some ten thousand.</summary>
    public const long Default = 5_000_000;

    private long _left = steps;

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
