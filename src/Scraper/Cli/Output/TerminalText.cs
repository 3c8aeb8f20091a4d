namespace Scraper.Cli;

/// <summary>Text from pages and files on its way to a terminal.</summary>
internal static class TerminalText
{
    /// <summary>The text on one line: control characters, which could also command a terminal, become spaces.</summary>
    public static string OneLine(string text) => text.Any(char.IsControl) ? new string([.. text.Select(c => char.IsControl(c) ? ' ' : c)]) : text;

    /// <summary>The text, or its start with an ellipsis, in at most so many UTF-16 code units.</summary>
    public static string Shorten(string text, int length) => text.Length <= length ? text : $"{text[..(length - 1)]}…";
}
