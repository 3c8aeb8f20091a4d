using System.Buffers;
using Scraper.Core.Blocks;

namespace Scraper.Core.Labelling;

/// <summary>One page's search for copies.</summary>
internal sealed class RepeatSearch
{
    /// <summary>Fewest words of a near copy.</summary>
    private const int ShortestNear = 6;

    /// <summary>Fewest words of a pull quote from a paragraph with a quotation.</summary>
    private const int ShortestQuoted = 4;

    /// <summary>Fewest words of an exact copy among equals; shorter sentences may be said twice on purpose.</summary>
    private const int ShortestExact = 8;

    /// <summary>Fewest words that the paragraph has more than the sentence of it that is set again.</summary>
    private const int LongerBy = 4;

    /// <summary>Share of the copy's words that the original must have, and the other way round over the stretch they stand in.</summary>
    private const double NearCovered = 0.85;
    private const double NearDensity = 0.75;

    /// <summary>The same of a quotation: who said it stands between.</summary>
    private const double QuotationDensity = 0.6;

    /// <summary>Steps of alignment spent on one page; a page that needs more is hostile, and its near copies stay.</summary>
    private const long MostSteps = 50_000_000;

    private static readonly SearchValues<char> QuoteMarks = SearchValues.Create("\"“”„«»「」『』");

    private readonly LabelSheet _sheet;
    private readonly List<Saying> _sayings;
    private readonly SayingIndex _index;
    private long _steps;

    public RepeatSearch(LabelSheet sheet)
    {
        _sheet = sheet;
        sheet.Words.Clear();
        _sayings = [];
        foreach (var block in sheet.Document.Blocks)
        {
            if (block.Kind is not (BlockKind.Table or BlockKind.Code or BlockKind.Embed) && Saying.Concerns(sheet[block.Index]))
            {
                _sayings.Add(new Saying(sheet, block, _sayings.Count > 0 ? _sayings[^1] : null));
            }
        }

        _index = new SayingIndex(_sayings);
    }

    public void Run(CancellationToken cancellationToken)
    {
        for (var i = 0; i < _sayings.Count; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var saying = _sayings[i];
            if ((saying.IsText || saying.IsGuessedCaption) && Judge(i) is { } verdict)
            {
                _sheet.Overrule(saying.Block.Index, verdict);
            }
        }
    }

    private Verdict? Judge(int saying)
    {
        foreach (var other in _index.Like(saying))
        {
            if (Compare(_sayings[saying], other) is { } label)
            {
                return new Verdict(label, new Reason(ReasonKind.Repeat, $"repeats block {other.Block.Index}", 0.95));
            }
        }

        return null;
    }

    /// <summary>The label of a saying as a copy of another, or <see langword="null"/> if it is none.</summary>
    private Label? Compare(Saying saying, Saying other)
    {
        if (CutCopy.Find(saying.Block.Text, saying.Run, other.Run) == 0)
        {
            return Label.Related;
        }

        if (other.Label == Label.Title)
        {
            return IsHeadlineAgain(saying, other) ? Label.Title : null;
        }

        // A sub-heading may quote the text below it; only the headline is said again by mistake.
        var isGone = _sheet[other.Block.Index] is { Reason.Kind: ReasonKind.Repeat };
        var shortest = other.Block.Text.AsSpan().IndexOfAny(QuoteMarks) >= 0 ? ShortestQuoted : ShortestNear;
        if (isGone || saying.LeadsIn || saying.Block.Kind == BlockKind.Heading || saying.Words.Length < shortest || saying.Claim > other.Claim)
        {
            return null;
        }

        if (_sheet.Document.IsPlainText && saying.IsSubheadingOver(other))
        {
            return null;
        }

        return saying.Claim < other.Claim && saying.Block.Kind != BlockKind.ListItem ? NearCopy(saying, other) : EqualCopy(saying, other);
    }

    private Label? NearCopy(Saying saying, Saying other)
    {
        if (other.Block.Kind != BlockKind.ListItem && Alignment.IsWithin(saying.Words, other.Words))
        {
            return IsPullQuote(saying, other) ? Label.PullQuote : Label.Caption;
        }

        return saying.Words.Length >= ShortestNear && Align(saying, other) is { Covered: >= NearCovered, Density: >= NearDensity }
            ? saying.Block.Kind is BlockKind.Quote ? Label.PullQuote : Label.Caption
            : null;
    }

    /// <summary>Of two equal copies the later goes; of a paragraph and a sentence of it, set alone, the sentence, and of its quotation the one without "she says".</summary>
    private Label? EqualCopy(Saying saying, Saying other)
    {
        if (saying.Words.Length == other.Words.Length)
        {
            return saying.Words.Length >= ShortestExact && saying.Claim == other.Claim && saying.Words.SequenceEqual(other.Words)
                ? SecondCopy(saying, other)
                : null;
        }

        var isSentenceOf = saying.Words.Length >= ShortestNear && saying.Words.Length + LongerBy <= other.Words.Length
            && saying.Block.Kind != BlockKind.ListItem && other.Block.Kind != BlockKind.ListItem
            && Alignment.IsWithin(saying.Words, other.Words);
        return isSentenceOf || IsQuotationOf(saying, other) ? Label.PullQuote : null;
    }

    /// <summary>“You cannot hurry a knot. It comes undone.” out of “You cannot hurry a knot,” she says. “It comes undone.”</summary>
    private bool IsQuotationOf(Saying saying, Saying other) =>
        saying.Words.Length >= ShortestExact && saying.Words.Length < other.Words.Length && saying.Block.Kind != BlockKind.ListItem
        && QuoteMarks.Contains(saying.Block.Text[0]) && QuoteMarks.Contains(saying.Block.Text[^1]) && saying.Block.Text.AsSpan(1, saying.Block.Text.Length - 2).IndexOfAny(QuoteMarks) < 0
        && Align(saying, other) is { Covered: >= 1, Density: >= QuotationDensity };

    /// <summary>Two that stand together and do not end like sentences are captions both; two that answer different questions stay.</summary>
    private static Label? SecondCopy(Saying saying, Saying other)
    {
        if (!saying.IsEnded && Math.Abs(saying.Block.Index - other.Block.Index) == 1 && saying.Block.Kind != BlockKind.ListItem)
        {
            return Label.Caption;
        }

        var areAnswers = saying.Question is { } question && other.Question is { } asked && !question.Words.SequenceEqual(asked.Words);
        return other.Block.Index < saying.Block.Index && !areAnswers ? Label.PullQuote : null;
    }

    /// <summary>A headline has no full stop; a sentence of its words that has one is the article's.</summary>
    private bool IsHeadlineAgain(Saying saying, Saying title) =>
        saying.Words.Length >= 3 && saying.IsEnded == title.IsEnded && Align(saying, title) is { Covered: >= 0.95, Density: >= 0.95 } alignment
        && alignment.Common >= title.Words.Length * 0.9;

    /// <summary>A pull quote takes a part of the paragraph, or its quotation, word for word; a caption says all of it.</summary>
    private static bool IsPullQuote(Saying saying, Saying other) =>
        saying.Block.Kind is BlockKind.Quote || saying.Words.Length < other.Words.Length * 0.8 || other.Block.Text.AsSpan().IndexOfAny(QuoteMarks) >= 0;

    private Alignment? Align(Saying saying, Saying other)
    {
        _steps += Alignment.Steps(saying.Words, other.Words);
        return _steps <= MostSteps ? Alignment.Of(saying.Words, other.Words) : null;
    }
}
