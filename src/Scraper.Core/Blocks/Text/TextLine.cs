namespace Scraper.Core.Blocks;

/// <summary>One line of a plain text: what its first characters make it, and its folded text.</summary>
/// <param name="Number">Its number, from 1.</param>
/// <param name="Width">Columns that it takes with what it is indented by.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Level">The level of a heading or item.</param>
/// <param name="Text">Its text, folded, without bullet or heading mark.</param>
internal readonly record struct TextLine(int Number, int Width, BlockKind Kind, int Level, string Text)
{
    private const string Bullets = "•‣◦▪▫●○■□►▶➤*";

    /// <summary>Digits of the longest number that opens an item: "12."</summary>
    private const int LongestNumber = 3;

    private const int LongestMark = 6;

    /// <summary>The dash that stands for a bullet, or <see langword="null"/>; it may as well open a speech.</summary>
    public char? Dash { get; init; }

    /// <summary>Whether a dash opens it as a speech.</summary>
    public bool IsSpeech { get; init; }

    /// <summary>Columns that it is indented by.</summary>
    public int Indent { get; init; }

    public bool IsBlank => Text.Length == 0;

    public bool EndsLikeSentence => Text.AsSpan().TrimEnd("\"'”’»)」』） ") is [.., '.' or '!' or '?' or '…' or ',' or ':' or '。' or '！' or '？' or '、' or '，'];

    public bool StartsSmall => Text.Length > 0 && char.IsLower(Text[0]);

    /// <summary>Whether the line can be the rest of a hard-wrapped paragraph.</summary>
    public bool ContinuesParagraph => !IsBlank && Kind == BlockKind.Line;

    /// <summary>Whether a bullet or a number opens it: "2. Mooring fees rise …".</summary>
    public bool OpensItem => Kind == BlockKind.ListItem || (Text.AsSpan().IndexOfAnyExceptInRange('0', '9') is > 0 and <= LongestNumber and var digits && Text[digits] is '.' or ')' && digits + 1 < Text.Length && Text[digits + 1] == ' ');

    /// <summary>The line as one that a dash opens as a speech ("– No, he said."): the dash is part of its text.</summary>
    public TextLine AsSpeech() => this with { Kind = BlockKind.Line, Level = 0, Text = $"{Dash} {Text}", Dash = null, IsSpeech = true };

    public static TextLine Read(ReadOnlySpan<char> line, int number)
    {
        var trimmed = line.Trim();
        var indent = line.IndexOfAnyExcept(' ', '\t');
        var width = indent;
        foreach (var c in trimmed)
        {
            width += WrappedText.Columns(c);
        }

        var read = new TextLine(number, width, BlockKind.Line, 0, string.Empty) { Indent = indent };
        if (Marks(trimmed) is > 0 and var marks)
        {
            return read with { Kind = BlockKind.Heading, Level = marks, Text = FoldedText.Of(trimmed[0] == '=' ? trimmed[marks..].TrimEnd('=') : trimmed[marks..]) };
        }

        if (trimmed.Length > 2 && (Bullets.Contains(trimmed[0]) || trimmed[0] is '-' or '–' or '—') && char.IsWhiteSpace(trimmed[1]))
        {
            return read with { Kind = BlockKind.ListItem, Level = 1, Text = FoldedText.Of(trimmed[1..]), Dash = trimmed[0] is '-' or '–' or '—' ? trimmed[0] : null };
        }

        return read with { Text = FoldedText.Of(trimmed) };
    }

    /// <summary>How many heading marks open a line, "## " of Markdown or "== " of AsciiDoc; 0 for none.</summary>
    private static int Marks(ReadOnlySpan<char> line)
    {
        if (line is not ['#' or '=', ..])
        {
            return 0;
        }

        var marks = line.IndexOfAnyExcept(line[0]);
        return marks is >= 1 and <= LongestMark && line[marks] == ' ' && (line[0] == '#' || char.IsLetterOrDigit(line[marks..].TrimStart()[0])) ? marks : 0;
    }
}
