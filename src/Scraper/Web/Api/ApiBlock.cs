using Scraper.Core.Blocks;
using Scraper.Core.Labelling;

namespace Scraper.Web.Api;

/// <summary>A block of an article's page, its label and why it has it.</summary>
internal sealed record ApiBlock(int Position, BlockKind Kind, int Level, Label Label, ReasonKind ReasonKind, string Reason, double Confidence, string Text)
{
    public static ApiBlock Of(LabelledBlock block) => new(
        block.Block.Index, block.Block.Kind, block.Block.Level, block.Verdict.Label, block.Verdict.Reason.Kind, block.Verdict.Reason.Detail, block.Verdict.Reason.Confidence, block.Block.Text);
}
