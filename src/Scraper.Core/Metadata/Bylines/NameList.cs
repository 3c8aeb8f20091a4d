namespace Scraper.Core.Metadata;

/// <summary>The embedded lists of names and words that stand beside writers: one a line, lines with <c>;</c> are comments.</summary>
internal static class NameList
{
    /// <summary>The lines of a list.</summary>
    /// <param name="name">The file's name, without its ending.</param>
    public static IReadOnlyList<string> Read(string name)
    {
        using var reader = EmbeddedText.Open($"Metadata/{name}.txt");
        var lines = new List<string>();
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != ';')
            {
                lines.Add(line);
            }
        }

        return lines;
    }
}
