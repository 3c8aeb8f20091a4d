using Scraper.Core.Labelling;
using Scraper.Storage;
using Scraper.Web.Markup;
using static Scraper.Web.Markup.Tag;

namespace Scraper.Web.Pages;

/// <summary><c>/articles/ID/revisions</c>: every text that the article has had, newest first, and what changed.</summary>
internal static class RevisionsPage
{
    public static async Task<IResult> GetAsync(long id, IStore store, CancellationToken cancellationToken) =>
        await ArticlePage.FindAsync(store, id, cancellationToken) is { } stored
            ? new HtmlPage(
                ArticlePage.Title(stored),
                "/articles",
                Group([ArticlePage.Views(stored, "revisions"), .. (await store.Articles.RevisionsAsync(id, cancellationToken)).Reverse().Select(Section)]))
            : ErrorPage.Missing($"There is no article {id}.");

    private static Element Section(ArticleRevision revision) => E(
        "section",
        H2($"Revision {revision.Number}"),
        P(revision.Kind == RevisionKind.Publisher ? "The publisher changed it, " : "We read it otherwise, ", Time(revision.At), $", {Names.Of(revision.Kind)}, read by {revision.Extractor}.").Class("facts"),
        revision.Diff.Length == 0
            ? E("details", E("summary", "The first text"), P(revision.Title), E("pre", revision.Text).With("dir", "auto"))
            : Diff(revision.Diff));

    /// <summary>A difference with what came and what went marked.</summary>
    public static Element Diff(string diff) => E("pre", [.. diff.Split('\n').Select(Line)]).Class("diff").With("dir", "auto");

    private static Node Line(string line) => line switch
    {
        ['+', ..] => E("ins", line + "\n"),
        ['-', ..] => E("del", line + "\n"),
        _ => line + "\n",
    };
}
