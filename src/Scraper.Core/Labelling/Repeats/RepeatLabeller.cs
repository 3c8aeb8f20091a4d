namespace Scraper.Core.Labelling;

/// <summary>
/// What is said twice is said once: of a body sentence and its copies (a picture's caption, a pull quote, the headline
/// again) the copies go. It runs last, since which copy is the original is decided by role and position.
/// </summary>
/// <remarks>
/// A near copy shares its words in order with the original (longest common subsequence), give or take "(pictured)".
/// Two body sentences that are merely alike both stay: among equals only exact copies of eight words or more go, and
/// sentences that a longer paragraph has word for word.
/// </remarks>
internal sealed class RepeatLabeller : ILabeller
{
    public void Label(LabelSheet sheet, CancellationToken cancellationToken) => new RepeatSearch(sheet).Run(cancellationToken);
}
