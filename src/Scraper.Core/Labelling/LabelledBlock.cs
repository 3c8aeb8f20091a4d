using Scraper.Core.Blocks;

namespace Scraper.Core.Labelling;

/// <summary>A block and what became of it.</summary>
/// <param name="Block">The block.</param>
/// <param name="Verdict">Its label and the reason.</param>
public sealed record LabelledBlock(Block Block, Verdict Verdict);
