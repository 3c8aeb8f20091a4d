namespace Scraper.Core.Blocks;

/// <summary>How much of a page is read before the rest is left.</summary>
/// <param name="Depth">Elements nested in one another; deeper ones become siblings. The parser's time grows with its square.</param>
/// <param name="Tokens">Tags and texts.</param>
public sealed record HtmlLimits(int Depth = 512, int Tokens = 2_000_000)
{
    /// <summary>The limits used where nobody says otherwise.</summary>
    public static HtmlLimits Default { get; } = new();
}
