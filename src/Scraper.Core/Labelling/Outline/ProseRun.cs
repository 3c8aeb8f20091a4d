namespace Scraper.Core.Labelling;

/// <summary>The part of a text in which the body stands: the run of lines whose prose outweighs its fragments by most.</summary>
/// <param name="First">Index of its first line, which is prose.</param>
/// <param name="Last">Index of its last line, which is prose or the item of a list.</param>
/// <param name="Weight">Words of prose, less what its fragments cost.</param>
internal sealed record ProseRun(int First, int Last, double Weight)
{
    /// <summary>What a line costs that is no prose: about a short sentence for a fragment, more for a cut teaser.</summary>
    private const double FragmentCost = 5;

    /// <summary>What a fragment costs where no line is known that pages put around an article: the text was cleaned before.</summary>
    private const double CleanedCost = 0.3;

    private const double TeaserCost = 15;

    /// <summary>What the line of a bare list costs, and a sentence too short to count.</summary>
    private const double ListedCost = 0.5;

    /// <summary>What a line costs that is known not to be the article; many in a row are the end of it.</summary>
    private const double ClosedCost = 3;

    /// <summary>The heaviest run (Kadane's maximum subarray); <see langword="null"/> where there is no prose.</summary>
    public static ProseRun? Densest(IReadOnlyList<OutlineLine> lines)
    {
        ProseRun? best = null;
        ProseRun? current = null;
        var fragmentCost = OutlineLine.AreCleaned(lines) ? CleanedCost : FragmentCost;
        for (var i = 0; i < lines.Count; i++)
        {
            var weight = IsSignature(lines, i) || IsListHeading(lines, i) ? -ListedCost : Weigh(lines[i], fragmentCost);
            if (current is null || current.Weight <= 0)
            {
                current = lines[i] is { IsOpen: true, IsProse: true } ? new ProseRun(i, i, weight) : null;
            }
            else
            {
                current = current with { Last = weight > 0 ? i : current.Last, Weight = current.Weight + weight };
            }

            best = weight > 0 && current is not null && (best is null || current.Weight > best.Weight) ? current : best;
        }

        return best;
    }

    /// <summary>The same run from the first prose at or after a line.</summary>
    public ProseRun From(IReadOnlyList<OutlineLine> lines, int first)
    {
        while (first < Last && !(lines[first].IsOpen && lines[first].IsProse))
        {
            first++;
        }

        return this with { First = first };
    }

    /// <summary>Whether a fragment is the second of just two, as a name and a place under a letter are.</summary>
    private static bool IsSignature(IReadOnlyList<OutlineLine> lines, int i) =>
        i > 1 && i + 1 < lines.Count && lines[i] is { IsFragment: true, IsCut: false } && lines[i - 1].IsFragment && lines[i - 2] is { IsOpen: true, IsProse: true } && lines[i + 1] is { IsOpen: true, IsProse: true };

    private static bool IsListHeading(IReadOnlyList<OutlineLine> lines, int i) =>
        i + 1 < lines.Count && lines[i] is { IsFragment: true, IsCut: false } && lines[i + 1].IsListed;

    private static double Weigh(OutlineLine line, double fragmentCost) => line switch
    {
        { IsOpen: false } => -ClosedCost,
        { IsProse: true } => line.Words,
        { IsCut: true } => -TeaserCost,
        { IsItem: true } => line.Words - fragmentCost,
        { IsListed: true } or { IsShortSentence: true, IsQuestion: false } => -ListedCost,
        _ => -fragmentCost,
    };
}
