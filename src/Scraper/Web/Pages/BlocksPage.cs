using System.Globalization;
using Scraper.Core.Labelling;
using Scraper.Storage;
using Scraper.Web.Markup;
using static Scraper.Web.Markup.Tag;

namespace Scraper.Web.Pages;

/// <summary><c>/articles/ID/page</c>: every block of the page tinted by its label, with the reason, and the clean article beside it.</summary>
internal static class BlocksPage
{
    public static async Task<IResult> GetAsync(long id, IStore store, CancellationToken cancellationToken)
    {
        if (await ArticlePage.FindAsync(store, id, cancellationToken) is not { } stored)
        {
            return ErrorPage.Missing($"There is no article {id}.");
        }

        var blocks = stored.Article.Blocks;
        var kept = blocks.Count(b => b.Verdict.IsText);
        return new HtmlPage(
            ArticlePage.Title(stored),
            "/articles",
            Group(
                ArticlePage.Views(stored, "page"),
                P($"{blocks.Count} blocks: {kept} kept, {blocks.Count - kept} stripped. Read by {stored.Extractor}."),
                Div(
                    "bench",
                    E("section", H2("The page"), E("ol", [.. blocks.Select(Row)]).Class("blocks")),
                    E("section", H2("The article"), E("article", new ArticleBody(stored.Article)).With("lang", stored.Article.Language).With("dir", "auto")))));
    }

    private static Node Row(LabelledBlock block)
    {
        var (label, reason) = (Names.Of(block.Verdict.Label), block.Verdict.Reason);
        var why = $"{Names.Of(reason.Kind)}: {reason.Detail}";
        return E(
                "li",
                Div("why", Span("label", label), " ", E("small", $"{why} ({reason.Confidence.ToString("P0", CultureInfo.InvariantCulture)})")),
                P(block.Block.Text).With("dir", "auto"))
            .Class($"block {(block.Verdict.IsText ? "kept" : "stripped")}").With("data-label", label).With("title", why);
    }
}
