using Scraper.Core.Articles;
using Scraper.Core.Sites;
using Scraper.Route;
using Scraper.Storage;

namespace Scraper.Cli;

/// <summary>One run of <c>scraper fetch</c> over its pages.</summary>
internal sealed class FetchRun(Pipeline pipeline, SiteRuleSet rules, IStore? store, ArticlePrinter printer)
{
    /// <summary>Fetches and prints each page in turn; one that fails is reported and the others still come.</summary>
    public async Task<int> PrintAsync(IReadOnlyList<Uri> urls, CancellationToken cancellationToken)
    {
        var exits = new HashSet<int>();
        foreach (var url in urls)
        {
            var result = await pipeline.ProcessAsync(url, rules.ForHost(UrlHost.Of(url)), cancellationToken);
            var article = result.Outcome.Kind == PageOutcomeKind.NotModified ? await FindAsync(result.Url, cancellationToken) : result.Article;
            exits.Add(Print(url, result.Outcome, article));
        }

        return exits.Count == 1 ? exits.Single() : ExitCode.SomeFailed;
    }

    private async Task<Article?> FindAsync(Uri url, CancellationToken cancellationToken) =>
        store is null ? null : (await store.Articles.FindAsync(url.AbsoluteUri, cancellationToken))?.Article;

    private int Print(Uri url, PageOutcome outcome, Article? article)
    {
        if (article is not null && (printer.Explains || outcome.HasArticle || outcome.Kind == PageOutcomeKind.NotModified))
        {
            printer.Print(article, Console.Out);
        }

        var (exit, what) = outcome.Kind switch
        {
            PageOutcomeKind.Blocked => (ExitCode.Blocked, "blocked"),
            PageOutcomeKind.NotAnArticle => (ExitCode.NotAnArticle, "not an article"),
            PageOutcomeKind.Empty => (ExitCode.NothingExtracted, "nothing extracted"),
            PageOutcomeKind.Gone => (ExitCode.SomeFailed, "no such page"),
            PageOutcomeKind.Failed => (ExitCode.SomeFailed, "failed"),
            PageOutcomeKind.Worse => (ExitCode.Ok, "worse than what is stored, which stays"),
            _ => (ExitCode.Ok, outcome.Kind.ToString()),
        };
        Console.Error.WriteLine(TerminalText.OneLine(exit == ExitCode.Ok ? $"{url}: {what}" : $"scraper: {url}: {what}: {outcome.Detail}"));
        return exit;
    }
}
