using System.Reflection;

namespace Scraper.Core.Labelling;

/// <summary>The commonest short words of many languages, from <c>stop-words.txt</c>.</summary>
internal static class StopWords
{
    private static readonly (TokenTable Words, string Characters) Table = Read();

    /// <summary>Whether a word is one; <paramref name="hash"/> is its <see cref="TokenHash.Word"/> hash.</summary>
    public static bool Has(uint hash) => Table.Words.Find(hash) >= 0;

    /// <summary>Whether a character of a script without spaces carries grammar.</summary>
    public static bool HasCharacter(char c) => Table.Characters.Contains(c);

    private static (TokenTable, string) Read()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("Scraper.Core.Labelling.Generic.stop-words.txt")
            ?? throw new InvalidOperationException("stop-words.txt is not embedded");
        using var reader = new StreamReader(stream);
        var words = new HashSet<uint>();
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

            foreach (var word in list.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                words.Add(TokenHash.Of(TokenHash.Word, word));
            }
        }

        return (new TokenTable(words), characters);
    }
}
