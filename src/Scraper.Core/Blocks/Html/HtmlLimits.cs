namespace Scraper.Core.Blocks;

/// <summary>How much of a page is read before the rest is left.</summary>
/// <param name="Depth">Elements nested in one another; deeper ones become siblings. The parser's time grows with its square.</param>
/// <param name="Tokens">Tags and texts, those not counted that are left out for their depth.</param>
/// <param name="Elements">Elements, those counted that the parser makes up.</param>
/// <param name="Length">UTF-16 code units.</param>
public sealed record HtmlLimits(int Depth = 512, int Tokens = 2_000_000, int Elements = 500_000, int Length = 40_000_000)
{
    /// <summary>The limits used where nobody says otherwise.</summary>
    public static HtmlLimits Default { get; } = new();
}
