using Scraper.Core.Blocks;

namespace Scraper.Core.Labelling;

/// <summary>A block as the repeat labeller sees it: its words and how strong its claim to be the original is.</summary>
internal sealed class Saying
{
    /// <summary>Words in a row by which possible copies are found.</summary>
    private const int ShingleLength = 3;

    private readonly WordRun _run;

    public Saying(LabelSheet sheet, Block block, Saying? before)
    {
        Block = block;
        _run = sheet.WordsWithoutColons(block);
        Label = sheet[block.Index]?.Label;
        IsGuessedCaption = sheet[block.Index] is { Label: Labelling.Label.Caption, Reason.Kind: ReasonKind.Position };
        Question = before is { IsHeading: true } && Sentences.IsQuestion(before.Block.Text) ? before : null;
        IsEnded = Sentences.IsEnded(block.Text) && !Sentences.IsCut(block.Text);
    }

    public Block Block { get; }

    /// <summary>Numbers of its words.</summary>
    public ReadOnlySpan<int> Words => _run.Numbers;

    public WordRun Run => _run;

    /// <summary>How many shingles <see cref="Shingle"/> has.</summary>
    public int Shingles => Math.Max(0, _run.Count - ShingleLength + 1);

    /// <summary>The heading right above it that asks what it answers.</summary>
    public Saying? Question { get; }

    /// <summary>What it is labelled so far.</summary>
    public Label? Label { get; }

    /// <summary>Whether it ends like a sentence; captions and pull quotes mostly do not.</summary>
    public bool IsEnded { get; }

    /// <summary>Whether it opens a list or an example; each of two lists wants its own opening, however alike.</summary>
    public bool LeadsIn => Block.Text.AsSpan().TrimEnd() is [.., ':' or '：'];

    /// <summary>Whether only its place made it a caption, so that the words may know better.</summary>
    public bool IsGuessedCaption { get; }

    /// <summary>Whether a block with a verdict can be a copy or have one.</summary>
    public static bool Concerns(Verdict? verdict) =>
        verdict is { Label: Labelling.Label.Body or Labelling.Label.Heading or Labelling.Label.Title } or { Label: Labelling.Label.Caption, Reason.Kind: ReasonKind.Position };

    private bool IsHeading => Label == Labelling.Label.Heading || Block.Kind == BlockKind.Heading;

    public bool IsText => Label is Labelling.Label.Body or Labelling.Label.Heading;

    /// <summary>
    /// The claim to be the original: 3 for a body paragraph that ends like a sentence, 2 for other body text, 1 for a
    /// quotation or a heading, 0 for what is not body. The body sentence is never the one that goes.
    /// </summary>
    public int Claim => this switch
    {
        { IsText: false } => 0,
        { IsHeading: true } or { Block.Kind: BlockKind.Quote or BlockKind.Caption } => 1,
        { IsEnded: true } => 3,
        _ => 2,
    };

    /// <summary>
    /// Whether a short line above prose is a sub-heading although another line has its words: that is no sentence but the entry of a
    /// contents list further off, or the heading has capitals where the sentence has none.
    /// </summary>
    public bool IsSubheadingOver(Saying other) =>
        (IsHeading || BareLists.IsNumbered(Block.Text)) && ((!other.IsEnded && Math.Abs(Block.Index - other.Block.Index) > 1) || HeadingCase.Differs(Block.Text, other.Block.Text));

    /// <summary>The three words of a saying from an index on, as one number.</summary>
    public static ulong Shingle(ReadOnlySpan<int> words, int index) =>
        ((ulong)(uint)words[index] << 42) | ((ulong)(uint)words[index + 1] << 21) | (uint)words[index + 2];
}
