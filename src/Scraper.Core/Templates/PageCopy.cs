namespace Scraper.Core.Templates;

/// <summary>Tells whether other pages are copies of one: whether most of the one's longer texts are the other's. Not safe for concurrent use.</summary>
internal sealed class PageCopy
{
    /// <summary>Shortest text, in UTF-16 code units, by which copies of an article are known.</summary>
    private const int Telling = 80;

    private readonly HashSet<ulong> _own = [];
    private readonly HashSet<ulong> _theirs = [];
    private readonly long _length;

    /// <param name="page">The one.</param>
    public PageCopy(PageTrace page) => (_length, _) = Lengths(page, _own);

    /// <summary>Whether another page is a copy of it.</summary>
    public bool IsCopy(PageTrace other)
    {
        _theirs.Clear();
        var (theirs, shared) = Lengths(other, _theirs);
        return shared * 10 > 6 * Math.Max(1, Math.Min(_length, theirs));
    }

    /// <summary>The length of a page's longer texts, each counted once, and of those that are the one's too.</summary>
    private (long All, long Shared) Lengths(PageTrace page, HashSet<ulong> seen)
    {
        var (all, shared) = (0L, 0L);
        foreach (var block in page.Blocks)
        {
            if (block.IsText && block.Length >= Telling && seen.Add(block.Text))
            {
                all += block.Length;
                shared += _own.Contains(block.Text) ? block.Length : 0;
            }
        }

        return (all, shared);
    }
}
