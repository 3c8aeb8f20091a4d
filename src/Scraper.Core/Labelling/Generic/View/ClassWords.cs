namespace Scraper.Core.Labelling;

/// <summary>Parts of class names in other languages and the English ones that they stand for, from <c>class-words.txt</c>.</summary>
internal static class ClassWords
{
    private static readonly (TokenTable Foreign, uint[] English) Table = Read();

    /// <summary>The hash of the English word for a part; <paramref name="part"/> itself, a <see cref="TokenHash.ClassPart"/> hash, where the list has none.</summary>
    public static uint InEnglish(uint part) => Table.Foreign.Find(part) is >= 0 and var place ? Table.English[place] : part;

    private static (TokenTable, uint[]) Read()
    {
        using var reader = EmbeddedText.Open("Scraper.Core.Labelling.Generic.class-words.txt");
        var words = new Dictionary<uint, uint>();
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#' && line.Split(':') is [var english, var foreign])
            {
                foreach (var word in foreign.Split(' ', StringSplitOptions.RemoveEmptyEntries))
                {
                    words.Add(TokenHash.Of(TokenHash.ClassPart, word), TokenHash.Of(TokenHash.ClassPart, english));
                }
            }
        }

        return (new TokenTable([.. words.Keys]), [.. words.Values]);
    }
}
