namespace Scraper.Core.Metadata;

/// <summary>A word, number or mark of a short line.</summary>
/// <param name="Kind">Which of the three.</param>
/// <param name="Start">First UTF-16 code unit in the line.</param>
/// <param name="End">Code unit after the last.</param>
/// <param name="Folded">Lower case, dotless i as i, digits as ASCII.</param>
/// <param name="Value">The number, or -1 (also for more than nine digits).</param>
/// <param name="Facts">What the languages' data files know of it, if it was looked up.</param>
internal readonly record struct TextToken(TextTokenKind Kind, int Start, int End, string Folded, int Value, WordFacts? Facts = null)
{
    public int Length => End - Start;

    public bool IsNumber => Kind == TextTokenKind.Number;

    public bool IsWord => Kind == TextTokenKind.Word;

    public bool IsMark(char mark) => Kind == TextTokenKind.Mark && Folded[0] == mark;
}
