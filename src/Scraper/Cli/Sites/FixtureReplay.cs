using Scraper.Core;
using Scraper.Core.Sites;

namespace Scraper.Cli;

/// <summary>Reads saved pages by their sites' rules and compares with the articles expected from them.</summary>
/// <param name="folder">The saved pages.</param>
/// <param name="rules">The rules.</param>
/// <param name="output">Where differences go.</param>
internal sealed class FixtureReplay(FixtureFolder folder, SiteRuleSet rules, TextWriter output)
{
    private readonly Extractor _extractor = new();

    /// <summary>Replays the saved pages.</summary>
    /// <param name="only">The rule whose pages are read, or <see langword="null"/> for every page whose host has a rule.</param>
    /// <param name="colour">Whether differences are coloured.</param>
    /// <param name="cancellationToken">Stops between two pages.</param>
    /// <exception cref="CliException">An expected article is none.</exception>
    /// <returns>How many pages were read, how many came out otherwise than expected, and the hosts without a rule, whose pages were not read.</returns>
    public (int Pages, int Different, IReadOnlyList<string> Without) Run(SiteRule? only, bool colour, CancellationToken cancellationToken)
    {
        var (pages, different, without) = (0, 0, new SortedSet<string>(StringComparer.Ordinal));
        foreach (var page in folder.Pages)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (rules.ForHost(page.Host) is not { } rule)
            {
                without.Add(page.Host);
                continue;
            }

            if (only is not null && only.Name != rule.Name)
            {
                continue;
            }

            pages++;
            using var diff = new StringWriter { NewLine = output.NewLine };
            var differs = TextDiff.Print(Lines(page.Expected), Lines(page, rule, cancellationToken), diff, colour);
            different += differs ? 1 : 0;
            output.WriteLine($"{(differs ? "DIFF" : "ok  ")} {rule.Name} {Path.GetFileName(page.Path)}");
            output.Write(diff.ToString());
        }

        return (pages, different, [.. without]);
    }

    private static string[] Lines(ExpectedArticle expected) => [.. expected.Fields.SelectMany(f => f.Lines)];

    /// <summary>What came of a page, in the order in which it is expected; nothing of what the expected article does not give.</summary>
    private string[] Lines(SavedPage page, SiteRule rule, CancellationToken cancellationToken)
    {
        var saved = page.Read();
        var extraction = _extractor.ExtractHtml(saved.Html, saved.Context(rule), cancellationToken);
        var fields = ArticleLines.Fields(extraction.Article).ToDictionary(f => f.Key, StringComparer.Ordinal);
        return [.. extraction.Verdict.IsArticle ? Array.Empty<string>() : [$"not an article: {extraction.Verdict}"], .. page.Expected.Fields.SelectMany(f => fields[f.Key].Loose().Lines)];
    }
}
