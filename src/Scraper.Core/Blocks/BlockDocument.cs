namespace Scraper.Core.Blocks;

/// <summary>A page or a text as the ordered list of its blocks: what every labeller reads.</summary>
/// <param name="Blocks">All blocks in page order; <c>Blocks[i].Index == i</c>.</param>
/// <param name="Tree">The tree they were read from; <see langword="null"/> for plain text.</param>
public sealed record BlockDocument(IReadOnlyList<Block> Blocks, HtmlTree? Tree)
{
    private const int LettersAWord = 6;

    /// <summary>Whether the document came from plain text.</summary>
    public bool IsPlainText => Tree is null;

    /// <summary>Whether there was more of the page or text than is read, and the rest was left.</summary>
    public bool IsTruncated { get; init; }

    /// <summary>What the walk saw around the blocks; <see langword="null"/> for plain text.</summary>
    internal BlockOutline? Outline { get; init; }

    /// <summary>About how many words the blocks have.</summary>
    internal int Words => Blocks.Sum(b => b.Text.Length / LettersAWord) + Blocks.Count;
}
