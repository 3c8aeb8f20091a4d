namespace Scraper.Cli;

/// <summary>A folder with a folder a host: saved pages X.html, and the article expected from each, X.json.</summary>
/// <param name="path">The folder.</param>
internal sealed class FixtureFolder(string path)
{
    /// <summary>The pages of which an article is expected, by path.</summary>
    public IReadOnlyList<SavedPage> Pages { get; } = Directory.Exists(path)
        ? [.. Directory.EnumerateFiles(path, "*.html", SearchOption.AllDirectories).Where(p => File.Exists(Path.ChangeExtension(p, ".json"))).Order(StringComparer.Ordinal).Select(p => new SavedPage(p))]
        : [];
}
