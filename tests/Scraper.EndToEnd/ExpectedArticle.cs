using System.Text.Json;
using Scraper.Tests.Fixtures;

namespace Scraper.EndToEnd;

/// <summary>What a saved page is expected to give: its X.json beside it.</summary>
internal sealed record ExpectedArticle
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    public required string Url { get; init; }

    public required string Title { get; init; }

    public required IReadOnlyList<string> Body { get; init; }

    /// <summary>All of them, by URL.</summary>
    public static IReadOnlyList<ExpectedArticle> ReadAll() =>
    [
        .. Directory.GetFiles(RepositoryRoot.Fixtures, "*.json", SearchOption.AllDirectories)
            .Where(f => Path.GetFileName(f) != "routes.json")
            .Select(f => JsonSerializer.Deserialize<ExpectedArticle>(File.ReadAllText(f), Options)!)
            .OrderBy(a => a.Url, StringComparer.Ordinal),
    ];

    /// <summary>White space made even, a no-break space counted as a space.</summary>
    public static string Even(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
