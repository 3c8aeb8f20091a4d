using System.Collections.Frozen;

namespace Scraper.Core.Metadata;

/// <summary>News agencies that bylines name behind a writer: "Nora Finch Associated Press", "Nora Finch AP Science Writer".</summary>
internal static class NewsAgencies
{
    /// <summary>Words of a writer's name, at least.</summary>
    private const int FewestWords = 2;

    /// <summary>Words of the longest agency's name, and of the longest piece that is a name with an agency and a role.</summary>
    private const int LongestName = 5;
    private const int LongestPiece = 12;

    private static readonly Lazy<FrozenSet<string>> Names = new(() => NameList.Read("agencies").ToFrozenSet(StringComparer.Ordinal));

    // "ASSOCIATED PRESS"; letters in another case may be a name ("Efe", "Mena").
    private static readonly Lazy<FrozenSet<string>> LongNames = new(() => Names.Value.Where(n => !PersonName.IsAcronym(n)).ToFrozenSet(StringComparer.OrdinalIgnoreCase));

    /// <summary>Whether a text is an agency's name.</summary>
    public static bool Contains(string name) => Names.Value.Contains(name) || LongNames.Value.Contains(name);

    /// <summary>Takes an agency off the end of a writer's name, with the role behind it.</summary>
    /// <param name="tokens">The words of a piece of a byline.</param>
    /// <param name="line">The line they stand in.</param>
    /// <param name="isRole">Whether some words are, or end in, a role.</param>
    public static void CutOff(List<TextToken> tokens, LineReader line, Func<List<TextToken>, LineReader, bool> isRole)
    {
        for (var start = 0; start < tokens.Count && tokens.Count is > FewestWords and <= LongestPiece; start++)
        {
            for (var end = Math.Min(tokens.Count, start + LongestName); end > start; end--)
            {
                if (!Contains(line.Text[tokens[start].Start..tokens[end - 1].End]))
                {
                    continue;
                }

                // "Agencia EFE", "AP Staff Writer": the agency itself is named, and nobody before it.
                if (start >= FewestWords && (end == tokens.Count || isRole(tokens[(end - 1)..], line)))
                {
                    tokens.RemoveRange(start, tokens.Count - start);
                }

                return;
            }
        }
    }
}
