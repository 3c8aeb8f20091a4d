using Scraper.Core.Articles;
using Scraper.Core.Labelling;
using Scraper.Storage;
using Scraper.Web.Bench;
using Scraper.Web.Markup;
using static Scraper.Web.Markup.Tag;

namespace Scraper.Web.Pages;

/// <summary>A page with every block tinted by its label, and the clean article beside it; <c>/articles/ID/page</c>, and <c>/pages/ID</c> for a page that gave none.</summary>
internal static class PageView
{
    /// <summary>The page of an article, with the labels that are stored.</summary>
    public static async Task<IResult> OfArticleAsync(long id, IStore store, CancellationToken cancellationToken)
    {
        if (await ArticlePage.FindAsync(store, id, cancellationToken) is not { } stored)
        {
            return ErrorPage.Missing($"There is no article {id}.");
        }

        var archived = await store.Archive.FindAsync(stored.Article.Url, cancellationToken);
        return new HtmlPage(
            ArticlePage.Title(stored),
            "/articles",
            Group(ArticlePage.Views(stored, "page"), Body(archived, stored.Article, $"Read by {stored.Extractor}.")));
    }

    /// <summary>A page of the archive, as today's rule reads it.</summary>
    public static async Task<IResult> GetAsync(long id, RuleBench bench, CancellationToken cancellationToken)
    {
        if (await bench.PageAsync(id, cancellationToken) is not { } page)
        {
            return ErrorPage.Missing($"There is no archived page {id}, or its bytes are no longer kept.");
        }

        if (page is { IsCurrent: true, ArticleId: { } article })
        {
            return Results.Redirect(ArticlePage.Path(article) + "/page");
        }

        var journey = await bench.ReadAsync(page, bench.RuleOf(page), cancellationToken);
        return new HtmlPage(
            "Archived page",
            "/articles",
            Group(
                P(Link(page.Page.Url, page.Page.Url), " · ", page.Site, " · fetched ", Time(page.Page.FetchedAt)).Class("facts"),
                Body(page, journey.Article, journey.Outcome is { } refused ? $"Today: {refused}." : "Today it reads as follows; nothing of it is stored.")));
    }

    /// <summary>Leads to the archived page of an address.</summary>
    public static async Task<IResult> FindAsync(IStore store, CancellationToken cancellationToken, string? url = null) =>
        url is not null && await store.Archive.FindAsync(url, cancellationToken) is { } page ? Results.Redirect(BenchPath.Page(page.Id)) : ErrorPage.Missing("No page of that address is in the archive.");

    /// <summary>Every block in words, for those to whom a frame and colours say nothing.</summary>
    public static Node Blocks(IReadOnlyList<LabelledBlock> blocks) => E("ol", [.. blocks.Select(Row)]).Class("blocks");

    private static Node Body(StoredPage? page, Article? article, string how)
    {
        var blocks = article?.Blocks ?? [];
        var kept = blocks.Count(b => b.Verdict.IsText);
        return Group(
            P($"{blocks.Count} blocks: {kept} kept, {blocks.Count - kept} stripped. {how}"),
            Div(
                "bench",
                E(
                    "section",
                    H2("The page"),
                    page is null ? P("Its bytes are no longer kept.") : Group(
                        P("Without its scripts, styles and pictures. A click on a block takes it to the ", E("a", "rule bench").With("href", BenchPath.Bench(page.Id)), ", to say what it is.").Class("facts"),
                        new PageFrame(BenchPath.Frame(page.Id), "The archived page with its blocks and their labels"))),
                E("section", H2("The article"), article is null ? P("None was read from it.") : E("article", new ArticleBody(article)).With("lang", article.Language).With("dir", "auto"))),
            E("section", H2("Every block and its reason"), Blocks(blocks)));
    }

    private static Node Row(LabelledBlock block)
    {
        var (label, reason) = (Names.Of(block.Verdict.Label), block.Verdict.Reason);
        var why = $"{Names.Of(reason.Kind)}: {reason.Detail}";
        return E(
                "li",
                Div("why", Span("label", label), " ", E("small", $"{why} ({reason.Confidence.ToString("P0", System.Globalization.CultureInfo.InvariantCulture)})")),
                P(block.Block.Text).With("dir", "auto"))
            .Class($"block {(block.Verdict.IsText ? "kept" : "stripped")}").With("data-label", label).With("title", why);
    }
}
