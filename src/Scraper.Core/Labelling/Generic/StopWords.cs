using System.Collections.Frozen;
using System.Reflection;

namespace Scraper.Core.Labelling;

/// <summary>The commonest short words of many languages, from <c>stop-words.txt</c>.</summary>
internal static class StopWords
{
    private static readonly (FrozenSet<uint> Words, FrozenSet<char> Characters) Table = Read();

    /// <summary>Whether a word is one; <paramref name="hash"/> is its <see cref="TokenHash.Word"/> hash.</summary>
    public static bool Has(uint hash) => Table.Words.Contains(hash);

    /// <summary>Whether a character of a script without spaces carries grammar.</summary>
    public static bool HasCharacter(char c) => Table.Characters.Contains(c);

    private static (FrozenSet<uint>, FrozenSet<char>) Read()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("Scraper.Core.Labelling.Generic.stop-words.txt")
            ?? throw new InvalidOperationException("stop-words.txt is not embedded");
        using var reader = new StreamReader(stream);
        var words = new HashSet<uint>();
        var characters = new HashSet<char>();
        foreach (var line in reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(l => l[0] != '#'))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (line.StartsWith("chars", StringComparison.Ordinal))
            {
                characters.UnionWith(line[(colon + 1)..].Where(c => !char.IsWhiteSpace(c)));
            }
            else
            {
                words.UnionWith(line[(colon + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(w => TokenHash.Of(TokenHash.Word, w)));
            }
        }

        return (words.ToFrozenSet(), characters.ToFrozenSet());
    }
}
