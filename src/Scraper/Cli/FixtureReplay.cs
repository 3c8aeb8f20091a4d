using System.Text.Json;
using Scraper.Core;
using Scraper.Core.Decoding;
using Scraper.Core.Sites;

namespace Scraper.Cli;

/// <summary>Reads saved pages by their sites' rules and compares with the articles expected from them.</summary>
/// <param name="folder">A folder with a folder a host: X.html and the article expected from it, X.json.</param>
/// <param name="rules">The rules.</param>
/// <param name="output">Where differences go.</param>
internal sealed class FixtureReplay(string folder, SiteRuleSet rules, TextWriter output)
{
    private readonly Extractor _extractor = new();

    /// <summary>Replays the saved pages.</summary>
    /// <param name="only">The rule whose pages are read, or <see langword="null"/> for every page whose host has a rule.</param>
    /// <param name="colour">Whether differences are coloured.</param>
    /// <param name="cancellationToken">Stops between two pages.</param>
    /// <exception cref="CliException">An expected article is none.</exception>
    /// <returns>How many pages were read, and how many came out otherwise than expected.</returns>
    public (int Pages, int Different) Run(SiteRule? only, bool colour, CancellationToken cancellationToken)
    {
        var (pages, different) = (0, 0);
        foreach (var path in Directory.EnumerateFiles(folder, "*.html", SearchOption.AllDirectories).Where(p => File.Exists(Path.ChangeExtension(p, ".json"))).Order(StringComparer.Ordinal))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (rules.ForHost(Path.GetFileName(Path.GetDirectoryName(path)!)) is not { } rule || (only is not null && only.Name != rule.Name))
            {
                continue;
            }

            pages++;
            using var diff = new StringWriter();
            var differs = TextDiff.Print(Expected(Path.ChangeExtension(path, ".json")), Got(path, rule, cancellationToken), diff, colour);
            different += differs ? 1 : 0;
            output.WriteLine($"{(differs ? "DIFF" : "ok  ")} {rule.Name} {Path.GetFileName(path)}");
            output.Write(diff.ToString());
        }

        return (pages, different);
    }

    private static string[] Expected(string file)
    {
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllText(file));
            var root = document.RootElement;
            return [$"title: {Fold(root.GetProperty("title").GetString() ?? string.Empty)}", .. root.GetProperty("body").EnumerateArray().SelectMany(e => Lines(e.GetString() ?? string.Empty))];
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new CliException($"{file}: not an expected article (title, body): {e.Message}");
        }
    }

    private static IEnumerable<string> Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Fold);

    // Who writes down what is expected need not tell a no-break space from a space.
    private static string Fold(string line) => string.Join(' ', line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private string[] Got(string path, SiteRule rule, CancellationToken cancellationToken)
    {
        var html = PageDecoder.Decode(File.ReadAllBytes(path), httpCharset: null).Text;
        var article = _extractor.ExtractHtml(html, new PageContext { Rule = rule }, cancellationToken).Article;
        return [$"title: {Fold(article.Title)}", .. Lines(article.Text)];
    }
}
