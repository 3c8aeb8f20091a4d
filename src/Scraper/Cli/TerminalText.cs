namespace Scraper.Cli;

/// <summary>Text from pages and files on its way to a terminal.</summary>
internal static class TerminalText
{
    /// <summary>The text on one line: control characters, which could also command a terminal, become spaces.</summary>
    public static string OneLine(string text) => text.Any(char.IsControl) ? new string([.. text.Select(c => char.IsControl(c) ? ' ' : c)]) : text;
}
