using System.Text.Json;

namespace Scraper.Tests.Fixtures;

/// <summary>A saved page with the article that is expected from it.</summary>
internal sealed record FixturePage(string Host, string Name, string Url, string Html, string Title, string Body)
{
    public static IReadOnlyList<string> Hosts { get; } =
        [.. Directory.EnumerateDirectories(RepositoryRoot.Fixtures).Select(d => Path.GetFileName(d)).Order(StringComparer.Ordinal)];

    /// <summary>The articles of a host, by name.</summary>
    public static IReadOnlyList<FixturePage> Of(string host) =>
    [
        .. Directory.EnumerateFiles(Path.Combine(RepositoryRoot.Fixtures, host), "*.html").Where(p => File.Exists(Path.ChangeExtension(p, ".json"))).Order(StringComparer.Ordinal).Select(path =>
        {
            using var json = JsonDocument.Parse(File.ReadAllText(Path.ChangeExtension(path, ".json")));
            var root = json.RootElement;
            return new FixturePage(
                host, Path.GetFileNameWithoutExtension(path), root.GetProperty("url").GetString()!, File.ReadAllText(path),
                root.GetProperty("title").GetString()!, string.Join("\n\n", root.GetProperty("body").EnumerateArray().Select(e => e.GetString())));
        }),
    ];
}
