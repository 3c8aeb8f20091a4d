using System.Globalization;
using Scraper.Core.Blocks;
using Scraper.Core.Sites;

namespace Scraper.Core.Labelling;

/// <summary>
/// Tells when a rule that nobody wrote for this installation (one of ftr-site-config, a family recognised by its
/// fingerprint) does not fit a page: it was written for the site's articles and meets a list, a forum, a new layout.
/// A rule for the site itself is never doubted. Shares are of characters.
/// </summary>
/// <param name="blocks">The page's blocks.</param>
/// <param name="opinion">What the generic labeller takes for the text.</param>
internal sealed class RuleDoubt(IReadOnlyList<Block> blocks, TextOpinion opinion)
{
    /// <summary>Least confidence at which the generic labeller is heard against a rule; anything from 0.55 to 0.65 does.</summary>
    private const double LeastConfidence = 0.6;

    /// <summary>Least share of each other's text that the two must have in common; anything from 0.65 to 0.8 does.</summary>
    private const double LeastShared = 0.7;

    /// <summary>The doubt for a rule; <see langword="null"/> where it is not to be doubted.</summary>
    public static RuleDoubt? Of(SiteRule rule, IReadOnlyList<Block> blocks, TextOpinion? opinion) =>
        opinion is not null && (rule.FallsThrough || rule.IsFamily) ? new RuleDoubt(blocks, opinion) : null;

    /// <summary>Why a body is not believed; <see langword="null"/> where it is.</summary>
    /// <param name="inBody">Whether a block, by its index, would be text by the rule.</param>
    public string? OfBody(Func<int, bool> inBody)
    {
        if (opinion.Confidence < LeastConfidence)
        {
            return null;
        }

        var (rule, generic, both) = (Length(inBody), Length(Generic), Length(i => inBody(i) && Generic(i)));
        return both < LeastShared * generic ? $"the body holds {Share(both, generic)} of the text that the generic labeller is sure of"
            : both < LeastShared * rule ? $"only {Share(both, rule)} of the body is text to the generic labeller, which is sure of it"
            : null;
    }

    /// <summary>
    /// Why strips, cuts and lines are not believed where the body was not found or not believed; <see langword="null"/>
    /// where they are. Then the text is the generic labeller's, however sure that is.
    /// </summary>
    /// <param name="isOut">Whether the rule takes a block, by its index, out of the text.</param>
    public string? OfCuts(Func<int, bool> isOut)
    {
        var (generic, left) = (Length(Generic), Length(i => Generic(i) && !isOut(i)));
        return left < LeastShared * generic ? $"its strips leave {Share(left, generic)} of the generic labeller's text" : null;
    }

    private bool Generic(int block) => opinion.IsText[block];

    private long Length(Func<int, bool> counts) => blocks.Where(b => counts(b.Index)).Sum(b => (long)b.Text.Length);

    private static string Share(long part, long whole) => (whole == 0 ? 0 : (double)part / whole).ToString("P0", CultureInfo.InvariantCulture);
}
