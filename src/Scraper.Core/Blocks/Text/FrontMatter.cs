namespace Scraper.Core.Blocks;

/// <summary>The fields ahead of a text between two lines of dashes, as static site generators have them: the title becomes the text's heading.</summary>
internal static class FrontMatter
{
    private const string Fence = "---";
    private const string Title = "title:";

    /// <summary>Lines within which the fields must end.</summary>
    private const int MostLines = 60;

    /// <summary>Makes the title among the fields a heading, without its key and quotation marks.</summary>
    public static void Read(List<TextLine> lines)
    {
        var first = lines.FindIndex(l => !l.IsBlank);
        if (first < 0 || lines[first].Text != Fence || lines.FindIndex(first + 1, Math.Min(MostLines, lines.Count - first - 1), l => l.Text == Fence) is not (> 0 and var last))
        {
            return;
        }

        for (var i = first + 1; i < last; i++)
        {
            if (lines[i].Text.StartsWith(Title, StringComparison.OrdinalIgnoreCase) && lines[i].Text[Title.Length..].Trim().Trim('"', '\'') is { Length: > 0 } title)
            {
                lines[i] = lines[i] with { Kind = BlockKind.Heading, Level = 1, Text = title };
                return;
            }
        }
    }
}
