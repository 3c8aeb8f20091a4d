namespace Scraper.Core.Blocks;

/// <summary>One line of a plain text: what its first characters make it, and its folded text.</summary>
internal readonly record struct TextLine(int Number, int Width, BlockKind Kind, int Level, string Text)
{
    private const string Bullets = "•‣◦▪▫●○■□►▶➤*";

    public bool IsBlank => Text.Length == 0;

    /// <summary>Whether the line can be the rest of a hard-wrapped paragraph.</summary>
    public bool ContinuesParagraph => !IsBlank && Kind == BlockKind.Line;

    public static TextLine Read(ReadOnlySpan<char> line, int number)
    {
        var trimmed = line.Trim();
        var hashes = trimmed.IndexOfAnyExcept('#');
        if (hashes is >= 1 and <= 6 && trimmed[hashes] == ' ')
        {
            return new TextLine(number, line.Length, BlockKind.Heading, hashes, FoldedText.Of(trimmed[hashes..]));
        }

        if (trimmed.Length > 2 && (Bullets.Contains(trimmed[0]) || trimmed[0] is '-' or '–') && char.IsWhiteSpace(trimmed[1]))
        {
            return new TextLine(number, line.Length, BlockKind.ListItem, 1, FoldedText.Of(trimmed[1..]));
        }

        return new TextLine(number, line.Length, BlockKind.Line, 0, FoldedText.Of(trimmed));
    }
}
