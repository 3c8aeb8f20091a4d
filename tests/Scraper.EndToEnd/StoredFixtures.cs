using System.Text.Json;

namespace Scraper.EndToEnd;

/// <summary>The articles of a store, read through the executable as any user would.</summary>
internal static class StoredFixtures
{
    /// <summary>Every article as <c>scraper articles export</c> gives it: URL, title and paragraphs.</summary>
    public static async Task<IReadOnlyList<ExpectedArticle>> ReadAsync(string folder)
    {
        var export = await ScraperProcess.RunAsync(folder, "articles", "export", "--format", "jsonl");
        if (export.Exit != 0)
        {
            throw new InvalidOperationException(export.Error);
        }

        return [.. export.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Read).OrderBy(a => a.Url, StringComparer.Ordinal)];
    }

    private static ExpectedArticle Read(string line)
    {
        using var json = JsonDocument.Parse(line);
        var article = json.RootElement;
        return new ExpectedArticle
        {
            Url = article.GetProperty("url").GetString()!,
            Title = article.GetProperty("title").GetString()!,
            Body = article.GetProperty("text").GetString()!.Split("\n\n"),
        };
    }
}
