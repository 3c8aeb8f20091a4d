namespace Scraper.Core.Metadata;

/// <summary>A word, number or mark of a short line.</summary>
/// <param name="Kind">Which of the three.</param>
/// <param name="Start">First UTF-16 code unit in the line.</param>
/// <param name="End">Code unit after the last.</param>
/// <param name="Known">Its letters folded, where they are a string already.</param>
/// <param name="Value">The number, or -1 (also for more than nine digits).</param>
/// <param name="Facts">What the languages' data files know of it, if it was looked up.</param>
/// <param name="Line">The line, to fold the letters from.</param>
internal readonly record struct TextToken(TextTokenKind Kind, int Start, int End, string? Known, int Value, WordFacts? Facts = null, string? Line = null)
{
    public int Length => End - Start;

    /// <summary>Lower case, dotless i as i, digits as ASCII; of a word that no data file knows it is made when asked for.</summary>
    public string Folded => Known ?? TextTokens.Folded(Line, Start, End);

    public bool IsNumber => Kind == TextTokenKind.Number;

    public bool IsWord => Kind == TextTokenKind.Word;

    public bool IsMark(char mark) => Kind == TextTokenKind.Mark && Folded[0] == mark;
}
