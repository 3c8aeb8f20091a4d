namespace Scraper.Core.Labelling;

/// <summary>The commonest short words of many languages, from <c>stop-words.txt</c>.</summary>
internal static class StopWords
{
    /// <summary>The language whose words the model has learnt.</summary>
    private const string Learnt = "en";

    private static readonly (TokenTable Words, int OfLearnt, string Characters) Table = Read();

    /// <summary>The places of words among all of them, -1 for what is none; <paramref name="hashes"/> are their <see cref="TokenHash.Word"/> hashes.</summary>
    public static void Find(ReadOnlySpan<uint> hashes, Span<int> places) => Table.Words.Find(hashes, places);

    /// <summary>Whether a word is among them.</summary>
    public static bool Has(ReadOnlySpan<char> word) => Table.Words.Find(TokenHash.Of(TokenHash.Word, word)) >= 0;

    /// <summary>Whether the word at a place is one of English and of no other language of the list.</summary>
    public static bool IsLearnt(int place) => (uint)place < (uint)Table.OfLearnt;

    /// <summary>Whether a character of a script without spaces carries grammar.</summary>
    public static bool HasCharacter(char c) => Table.Characters.Contains(c);

    private static (TokenTable, int, string) Read()
    {
        using var reader = EmbeddedText.Open("Scraper.Core.Labelling.Generic.stop-words.txt");
        var words = new Dictionary<string, HashSet<uint>>(StringComparer.Ordinal);
        var characters = string.Empty;
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#')
            {
                continue;
            }

            var list = line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..];
            if (line.StartsWith("chars", StringComparison.Ordinal))
            {
                characters += list.Replace(" ", string.Empty, StringComparison.Ordinal);
                continue;
            }

            words[line[..line.IndexOf(':', StringComparison.Ordinal)]] = [.. list.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(w => TokenHash.Of(TokenHash.Word, w))];
        }

        var others = words.Where(w => w.Key != Learnt).SelectMany(w => w.Value).ToHashSet();
        uint[] learnt = [.. words[Learnt].Except(others)];
        return (new TokenTable([.. learnt, .. words[Learnt].Except(learnt).Union(others)]), learnt.Length, characters);
    }
}
