using Scraper.Core.Labelling;

namespace Scraper.Core.Metadata;

/// <summary>Where the article's body begins and ends among a page's blocks.</summary>
/// <param name="First">Its first block.</param>
/// <param name="Last">Its last block, which may be the first.</param>
internal readonly record struct BodyRange(LabelledBlock First, LabelledBlock Last)
{
    /// <summary>The body of a page, or <see langword="null"/> where it has none.</summary>
    /// <param name="blocks">All blocks of the page, labelled.</param>
    public static BodyRange? Of(IReadOnlyList<LabelledBlock> blocks) =>
        blocks.FirstOrDefault(IsBody) is { } first ? new BodyRange(first, blocks.Last(IsBody)) : null;

    private static bool IsBody(LabelledBlock block) => block.Verdict.Label == Label.Body;
}
