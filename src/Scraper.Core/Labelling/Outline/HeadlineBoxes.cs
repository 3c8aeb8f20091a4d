using System.Buffers;

namespace Scraper.Core.Labelling;

/// <summary>
/// Finds the headlines of other articles that stand in a row in the middle of one, with no heading above them: they have next to none of
/// the words that the prose has, where a list's lines have many, and a verse has commas or small letters.
/// </summary>
internal static class HeadlineBoxes
{
    /// <summary>Fewest and most headlines of a box, and the fewest words that one has.</summary>
    private const int Fewest = 3;
    private const int Most = 8;
    private const int FewestWords = 4;

    /// <summary>Greatest share of its longer words that one headline has in common with the prose, and all of them on average.</summary>
    private const double Common = 0.34;
    private const double CommonOnAverage = 0.2;

    /// <summary>UTF-16 code units of the shortest word that counts.</summary>
    private const int LongerWord = 4;

    private static readonly SearchValues<char> Ends = SearchValues.Create(".,;:");

    /// <summary>Whether each line is one of a box.</summary>
    public static bool[] Find(IReadOnlyList<OutlineLine> lines, ProseRun body)
    {
        var found = new bool[lines.Count];
        HashSet<string>? topic = null;
        for (var i = body.First + 1; i < body.Last; i++)
        {
            var first = i;
            while (i < body.Last && MayBeHeadline(lines[i]))
            {
                i++;
            }

            if (i - first is >= Fewest and <= Most && lines[first - 1] is { IsOpen: true, IsProse: true, EndsOpen: false } && lines[i] is { IsOpen: true, IsProse: true } && StandsApart(lines, first, i)
                && IsElsewhere(lines, first, i, topic ??= Topic(lines, body)))
            {
                found.AsSpan(first, i - first).Fill(true);
            }
        }

        return found;
    }

    private static bool MayBeHeadline(OutlineLine line) =>
        line is { IsFragment: true, IsCut: false, IsListed: false, EndsOpen: false, IsUnstopped: false, Words: >= FewestWords, Block.Kind: Blocks.BlockKind.Line } && !char.IsLower(line.Block.Text[0]) && !Ends.Contains(line.Block.Text[^1]);

    /// <summary>Whether the lines around stand further away than those of the box from one another, or all as far: the last line of a verse has its full stop.</summary>
    private static bool StandsApart(IReadOnlyList<OutlineLine> lines, int first, int end)
    {
        var (before, within, after) = (Gap(lines, first), Gap(lines, first + 1), Gap(lines, end));
        return (before > within && after > within) || (before == within && after == within);
    }

    private static int Gap(IReadOnlyList<OutlineLine> lines, int i) => lines[i].Block.Line - lines[i - 1].Block.Line;

    private static bool IsElsewhere(IReadOnlyList<OutlineLine> lines, int first, int end, HashSet<string> topic)
    {
        var sum = 0.0;
        for (var i = first; i < end; i++)
        {
            var words = lines[i].WordList.Where(IsLong).ToList();
            var share = words.Count == 0 ? 1 : (double)words.Count(topic.Contains) / words.Count;
            sum += share;
            if (share > Common)
            {
                return false;
            }
        }

        return sum <= CommonOnAverage * (end - first);
    }

    private static HashSet<string> Topic(IReadOnlyList<OutlineLine> lines, ProseRun body) =>
        lines.Skip(body.First).Take(body.Last - body.First + 1).Where(l => l is { IsOpen: true, IsProse: true }).SelectMany(l => l.WordList).Where(IsLong).ToHashSet(StringComparer.Ordinal);

    private static bool IsLong(string word) => word.Length >= LongerWord;
}
