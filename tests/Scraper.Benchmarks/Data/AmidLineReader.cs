using System.Text.Json;

namespace Scraper.Benchmarks.Data;

/// <summary>Reads the lines of <c>Lines/junk.jsonl</c> and <c>Lines/trap.jsonl</c>.</summary>
internal static class AmidLineReader
{
    /// <summary>All lines under a folder.</summary>
    /// <exception cref="FileNotFoundException">One of the two files is not there.</exception>
    public static IReadOnlyList<AmidLine> Read(string folder) =>
        [.. Read(Path.Combine(folder, "junk.jsonl"), areText: false), .. Read(Path.Combine(folder, "trap.jsonl"), areText: true)];

    private static IEnumerable<AmidLine> Read(string file, bool areText) => File.ReadLines(file).Select(line =>
    {
        using var json = JsonDocument.Parse(line);
        var facts = json.RootElement;
        return new AmidLine(
            facts.GetProperty("language").GetString()!,
            areText,
            facts.TryGetProperty("where", out var where) ? where.GetString()! : "mid",
            facts.GetProperty("markup").GetString()!);
    });
}
