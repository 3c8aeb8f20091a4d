using Scraper.Core.Blocks;
using Scraper.Core.Labelling;

namespace Scraper.Benchmarks.Rules;

/// <summary>What a generic labeller takes that was not trained on the page's host.</summary>
/// <param name="Text">The text, paragraphs apart.</param>
/// <param name="Confidence">How sure it is, 0–1.</param>
internal sealed record UnseenText(string Text, double Confidence)
{
    private const int LongEnough = 30;

    /// <summary>The same as an opinion on a page's blocks.</summary>
    public TextOpinion Of(BlockDocument document)
    {
        var paragraphs = Text.Split("\n\n").ToHashSet(StringComparer.Ordinal);
        return new TextOpinion(
            [.. document.Blocks.Select(b => paragraphs.Contains(b.Text) || (b.Text.Length > LongEnough && Text.Contains(b.Text, StringComparison.Ordinal)))], Confidence);
    }
}
