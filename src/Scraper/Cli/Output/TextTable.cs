namespace Scraper.Cli;

/// <summary>A table as aligned columns, the same in a terminal and in a pipe. Control characters become spaces.</summary>
internal sealed class TextTable(params string[] header)
{
    private readonly List<string[]> _rows = [header];

    /// <summary>Adds a row with a cell for each column of the header.</summary>
    public void Add(params string[] cells) => _rows.Add([.. cells.Select(TerminalText.OneLine)]);

    public void Write(TextWriter output)
    {
        var widths = Enumerable.Range(0, header.Length).Select(i => _rows.Max(r => r[i].Length)).ToArray();
        foreach (var row in _rows)
        {
            output.WriteLine(string.Join("  ", row.Select((cell, i) => cell.PadRight(widths[i]))).TrimEnd());
        }
    }
}
