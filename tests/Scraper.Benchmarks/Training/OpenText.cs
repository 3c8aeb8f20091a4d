using Scraper.Core.Blocks;

namespace Scraper.Benchmarks.Training;

/// <summary>Finds the blocks that a gold leaves open.</summary>
internal static class OpenText
{
    /// <summary>For each block whether all its words stand in a row in one of the pieces.</summary>
    public static bool[] Find(BlockDocument document, IReadOnlyList<string> pieces)
    {
        var open = new bool[document.Blocks.Count];
        string[] texts = [.. pieces.Select(Key)];
        for (var i = 0; i < open.Length && texts.Length > 0; i++)
        {
            var key = Key(document.Blocks[i].Text);
            open[i] = key.Length > 2 && Array.Exists(texts, t => t.Contains(key, StringComparison.Ordinal));
        }

        return open;
    }

    private static string Key(string text) => $" {string.Join(' ', Words.Of(text))} ";
}
