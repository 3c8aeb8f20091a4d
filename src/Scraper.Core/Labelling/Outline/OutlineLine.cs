using Scraper.Core.Blocks;

namespace Scraper.Core.Labelling;

/// <summary>What the outline needs to know of a line.</summary>
/// <param name="Block">The line.</param>
/// <param name="IsOpen">Whether nobody has labelled it yet.</param>
/// <param name="Words">Its words.</param>
/// <param name="IsProse">Whether it reads as prose.</param>
/// <param name="IsCut">Whether it ends in "…".</param>
/// <param name="EndsOpen">Whether it ends in a colon, a comma or a dash, so that the next line belongs to it.</param>
internal sealed record OutlineLine(Block Block, bool IsOpen, int Words, bool IsProse, bool IsCut, bool EndsOpen)
{
    public bool IsItem => Block.Kind == BlockKind.ListItem;

    /// <summary>An open line that is neither prose nor an item: a heading, a caption, a field.</summary>
    public bool IsFragment => IsOpen && !IsProse && !IsItem;

    public static IReadOnlyList<OutlineLine> Read(LabelSheet sheet) =>
        [.. sheet.Document.Blocks.Select(block =>
        {
            var words = Labelling.Words.Of(block.Text).Count;
            return new OutlineLine(
                block,
                sheet.IsOpen(block.Index),
                words,
                block.Kind == BlockKind.Line && Sentences.IsProse(block.Text, words),
                Sentences.IsCut(block.Text),
                block.Text[^1] is ':' or ',' or ';' or '-' or '–' or '—');
        })];
}
