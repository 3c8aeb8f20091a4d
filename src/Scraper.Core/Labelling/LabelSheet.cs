using Scraper.Core.Blocks;

namespace Scraper.Core.Labelling;

/// <summary>
/// The verdicts of one page while its labellers run: one cell a block, written once, except that a labeller whose
/// word weighs more may overrule. It belongs to one page and one thread.
/// </summary>
public sealed class LabelSheet
{
    private readonly Verdict?[] _verdicts;
    private readonly WordRun?[] _words;

    /// <summary>Starts with every block open.</summary>
    /// <param name="document">The page's blocks.</param>
    public LabelSheet(BlockDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        Document = document;
        _verdicts = new Verdict?[document.Blocks.Count];
        _words = new WordRun?[document.Blocks.Count];
        Words = new WordBook(document.Words);
    }

    /// <summary>The page's blocks.</summary>
    public BlockDocument Document { get; }

    /// <summary>The page's words, for whoever reads its blocks word by word.</summary>
    internal WordBook Words { get; }

    /// <summary>The verdict on a block, or <see langword="null"/> while it is open.</summary>
    /// <param name="index">The block's index.</param>
    public Verdict? this[int index] => _verdicts[index];

    /// <summary>Whether nobody has labelled the block yet.</summary>
    /// <param name="index">The block's index.</param>
    public bool IsOpen(int index) => _verdicts[index] is null;

    /// <summary>Labels a block if it is still open.</summary>
    /// <param name="index">The block's index.</param>
    /// <param name="verdict">Its label and the reason.</param>
    /// <returns>Whether the verdict was taken.</returns>
    public bool TryLabel(int index, Verdict verdict)
    {
        if (_verdicts[index] is not null)
        {
            return false;
        }

        _verdicts[index] = verdict;
        return true;
    }

    /// <summary>
    /// Labels a block, replacing a verdict that weighs less. A site rule's word that is certain (confidence 1: it
    /// selects, strips, cuts or keeps the block) is never overruled by another labeller; its "stands in the body" or
    /// "stands outside" (confidence below 1) may be.
    /// </summary>
    /// <param name="index">The block's index.</param>
    /// <param name="verdict">Its label and the reason.</param>
    /// <returns>Whether the verdict was taken.</returns>
    public bool Overrule(int index, Verdict verdict)
    {
        ArgumentNullException.ThrowIfNull(verdict);
        if (_verdicts[index] is { Reason: { Kind: ReasonKind.SiteRule, Confidence: >= 1 } } && verdict.Reason.Kind != ReasonKind.SiteRule)
        {
            return false;
        }

        _verdicts[index] = verdict;
        return true;
    }

    /// <summary>The words of a block, inner colons among them; read once, whoever asks.</summary>
    internal WordRun WordsOf(Block block)
    {
        if (_words[block.Index] is { } known)
        {
            return known;
        }

        var words = Words.Read(block.Text, colons: true);
        Words.Keep();
        _words[block.Index] = words;
        return words;
    }

    /// <summary>The words of a block without its colons.</summary>
    internal WordRun WordsWithoutColons(Block block) => Words.WithoutColons(WordsOf(block));

    /// <summary>All blocks with their verdicts; one that is still open is <see cref="Label.Other"/>.</summary>
    public IReadOnlyList<LabelledBlock> Close()
    {
        var labelled = new LabelledBlock[_verdicts.Length];
        for (var i = 0; i < labelled.Length; i++)
        {
            labelled[i] = new LabelledBlock(
                Document.Blocks[i],
                _verdicts[i] ?? new Verdict(Labelling.Label.Other, new Reason(ReasonKind.Position, "nobody claimed it", 0)));
        }

        return labelled;
    }
}
