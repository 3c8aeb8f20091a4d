using System.Buffers;
using Scraper.Core.Blocks;

namespace Scraper.Core.Labelling;

/// <summary>
/// What is said twice is said once: of a body sentence and its copies (a picture's caption, a pull quote, the headline
/// again) the copies go. It runs last, since which copy is the original is decided by role and position.
/// </summary>
/// <remarks>
/// A near copy shares its words in order with the original (longest common subsequence), give or take "(pictured)".
/// Two body sentences that are merely alike both stay: among equals only exact copies of eight words or more go.
/// </remarks>
internal sealed class RepeatLabeller : ILabeller
{
    /// <summary>Fewest words of a near copy.</summary>
    private const int ShortestNear = 6;

    /// <summary>Fewest words of an exact copy among equals; shorter sentences may be said twice on purpose.</summary>
    private const int ShortestExact = 8;

    /// <summary>Share of the copy's words that the original must have, and the other way round over the stretch they stand in.</summary>
    private const double NearCovered = 0.85;
    private const double NearDensity = 0.75;

    private static readonly SearchValues<char> QuoteMarks = SearchValues.Create("\"“”„«»「」『』");

    public void Label(LabelSheet sheet, CancellationToken cancellationToken)
    {
        var sayings = sheet.Document.Blocks
            .Where(b => b.Kind is not (BlockKind.Table or BlockKind.Code or BlockKind.Embed))
            .Select(b => new Saying(sheet, b))
            .Where(s => s.IsText || s.IsGuessedCaption || s.Label == Labelling.Label.Title)
            .ToList();
        var index = new SayingIndex(sayings);
        foreach (var saying in sayings)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if ((saying.IsText || saying.IsGuessedCaption) && Judge(sheet, saying, index) is { } verdict)
            {
                sheet.Overrule(saying.Block.Index, verdict);
            }
        }
    }

    private static Verdict? Judge(LabelSheet sheet, Saying saying, SayingIndex index)
    {
        foreach (var other in index.Like(saying))
        {
            if (Compare(sheet, saying, other) is { } label)
            {
                return new Verdict(label, new Reason(ReasonKind.Repeat, $"repeats block {other.Block.Index}", 0.95));
            }
        }

        return null;
    }

    /// <summary>The label of a saying as a copy of another, or <see langword="null"/> if it is none.</summary>
    private static Label? Compare(LabelSheet sheet, Saying saying, Saying other)
    {
        var isGone = sheet[other.Block.Index] is { Reason.Kind: ReasonKind.Repeat };
        if (CutCopy.Find(saying.Block.Text, saying.Words, other.Words) == 0)
        {
            return Labelling.Label.Related;
        }

        if (other.Label == Labelling.Label.Title)
        {
            return IsHeadlineAgain(saying, other) ? Labelling.Label.Title : null;
        }

        // A sub-heading may quote the text below it; only the headline is said again by mistake.
        if (isGone || saying.Words.Count < ShortestNear || saying.Block.Kind == BlockKind.Heading)
        {
            return null;
        }

        var alignment = Alignment.Of(saying.Words, other.Words);
        if (saying.Claim < other.Claim && saying.Block.Kind != BlockKind.ListItem
            && alignment.Covered >= NearCovered && alignment.Density >= NearDensity)
        {
            return IsPullQuote(saying, other, alignment) ? Labelling.Label.PullQuote : Labelling.Label.Caption;
        }

        var isExact = alignment.IsContiguous && saying.Words.Count == other.Words.Count;
        return isExact && saying.Words.Count >= ShortestExact && saying.Claim == other.Claim ? SecondCopy(saying, other) : null;
    }

    /// <summary>Of two equal copies the later goes; two that stand together and do not end like sentences are captions both.</summary>
    private static Label? SecondCopy(Saying saying, Saying other)
    {
        if (!saying.IsEnded && Math.Abs(saying.Block.Index - other.Block.Index) == 1 && saying.Block.Kind != BlockKind.ListItem)
        {
            return Labelling.Label.Caption;
        }

        return other.Block.Index < saying.Block.Index ? Labelling.Label.PullQuote : null;
    }

    private static bool IsHeadlineAgain(Saying saying, Saying title) =>
        saying.Words.Count >= 3 && Alignment.Of(saying.Words, title.Words) is { Covered: >= 0.95, Density: >= 0.95 } alignment
        && alignment.Common >= title.Words.Count * 0.9;

    /// <summary>A pull quote takes a part of the paragraph, or its quotation, word for word; a caption says all of it in other words.</summary>
    private static bool IsPullQuote(Saying saying, Saying other, Alignment alignment) =>
        saying.Block.Kind is BlockKind.Quote
        || (alignment.IsContiguous && (saying.Words.Count < other.Words.Count * 0.8 || other.Block.Text.AsSpan().IndexOfAny(QuoteMarks) >= 0));
}
