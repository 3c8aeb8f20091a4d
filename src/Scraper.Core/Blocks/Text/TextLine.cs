namespace Scraper.Core.Blocks;

/// <summary>One line of a plain text: what its first characters make it, and its folded text.</summary>
internal readonly record struct TextLine(int Number, int Width, BlockKind Kind, int Level, string Text)
{
    private const string Bullets = "•‣◦▪▫●○■□►▶➤*";

    /// <summary>The dash that stands for a bullet, or <see langword="null"/>; it may as well open a speech.</summary>
    public char? Dash { get; init; }

    public bool IsBlank => Text.Length == 0;

    public bool EndsLikeSentence => Text.AsSpan().TrimEnd("\"'”’»)") is [.., '.' or '!' or '?' or '…' or ',' or ':'];

    /// <summary>Whether the line can be the rest of a hard-wrapped paragraph.</summary>
    public bool ContinuesParagraph => !IsBlank && Kind == BlockKind.Line;

    /// <summary>The line as one that a dash opens as a speech ("– No, he said."): the dash is part of its text.</summary>
    public TextLine AsSpeech() => this with { Kind = BlockKind.Line, Level = 0, Text = $"{Dash} {Text}", Dash = null };

    public static TextLine Read(ReadOnlySpan<char> line, int number)
    {
        var trimmed = line.Trim();
        var hashes = trimmed.IndexOfAnyExcept('#');
        if (hashes is >= 1 and <= 6 && trimmed[hashes] == ' ')
        {
            return new TextLine(number, line.Length, BlockKind.Heading, hashes, FoldedText.Of(trimmed[hashes..]));
        }

        if (trimmed.Length > 2 && (Bullets.Contains(trimmed[0]) || trimmed[0] is '-' or '–' or '—') && char.IsWhiteSpace(trimmed[1]))
        {
            return new TextLine(number, line.Length, BlockKind.ListItem, 1, FoldedText.Of(trimmed[1..])) { Dash = trimmed[0] is '-' or '–' or '—' ? trimmed[0] : null };
        }

        return new TextLine(number, line.Length, BlockKind.Line, 0, FoldedText.Of(trimmed));
    }
}
