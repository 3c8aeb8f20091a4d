using Scraper.Core;
using Scraper.Core.Sites;
using Scraper.Storage;
using Scraper.Storage.Revisions;

namespace Scraper.Cli;

/// <summary>Reads archived pages again by today's rules and compares with the articles that are stored.</summary>
/// <param name="store">The store.</param>
/// <param name="rules">The rules.</param>
/// <param name="output">Where differences go.</param>
internal sealed class ArchiveReplay(IStore store, SiteRuleSet rules, TextWriter output)
{
    /// <summary>Replays the pages that each article's present text comes from.</summary>
    /// <param name="only">The rule whose pages are read, or <see langword="null"/> for every page whose host has a rule.</param>
    /// <param name="most">Pages at most.</param>
    /// <param name="colour">Whether differences are coloured.</param>
    /// <param name="cancellationToken">Stops between two pages.</param>
    /// <returns>How many pages were read, and how many came out otherwise than stored.</returns>
    public async Task<(int Pages, int Different)> RunAsync(SiteRule? only, int most, bool colour, CancellationToken cancellationToken)
    {
        using var reader = new ArchivedReader(store, rules);
        var (pages, different) = (0, 0);
        await foreach (var archived in store.Archive.ReadAsync(new PageFilter { CurrentOnly = true }, cancellationToken))
        {
            if (!UrlText.TryRead(archived.Page.FinalUrl, out var url)
                || rules.ForHost(url.Host) is not { } rule
                || (only is not null && only.Name != rule.Name)
                || archived.ArticleId is not { } id
                || await store.Articles.FindAsync(id.ToString(System.Globalization.CultureInfo.InvariantCulture), cancellationToken) is not { } stored)
            {
                continue;
            }

            if (pages == most)
            {
                break;
            }

            pages++;
            var extraction = await reader.ReadAsync(archived, rule, cancellationToken);
            using var diff = new StringWriter();
            var differs = TextDiff.Print(ArticleLines.Of(Clock.Completed(stored.Article, extraction.Article)), ArticleLines.Of(extraction), diff, colour);
            different += differs ? 1 : 0;
            await output.WriteLineAsync($"{(differs ? "DIFF" : "ok  ")} {rule.Name} {stored.Article.Url}");
            await output.WriteAsync(diff.ToString());
        }

        return (pages, different);
    }
}
