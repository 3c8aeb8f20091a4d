using System.Globalization;
using Scraper.Core.Articles;
using Scraper.Storage;
using Scraper.Web.Markup;
using static Scraper.Web.Markup.Tag;

namespace Scraper.Web.Pages;

/// <summary><c>/articles/ID</c>: the clean article.</summary>
internal static class ArticlePage
{
    public static async Task<IResult> GetAsync(long id, IStore store, CancellationToken cancellationToken) =>
        await FindAsync(store, id, cancellationToken) is { } stored
            ? new HtmlPage(Title(stored), "/articles", Group(Views(stored, "read"), Facts(stored), E("article", Lead(stored.Article), new ArticleBody(stored.Article), Captions(stored.Article)).With("lang", stored.Article.Language).With("dir", "auto")))
            : ErrorPage.Missing($"There is no article {id}.");

    /// <summary>An article by its number.</summary>
    public static Task<StoredArticle?> FindAsync(IStore store, long id, CancellationToken cancellationToken) =>
        store.Articles.FindAsync(id.ToString(CultureInfo.InvariantCulture), cancellationToken);

    /// <summary>What a page about it is called.</summary>
    public static string Title(StoredArticle stored) => stored.Article.Title.Length > 0 ? stored.Article.Title : $"Article {stored.Id}";

    /// <summary>Its own path.</summary>
    public static string Path(long id) => string.Create(CultureInfo.InvariantCulture, $"/articles/{id}");

    /// <summary>Links between the views of one article.</summary>
    public static Node Views(StoredArticle stored, string current)
    {
        var path = Path(stored.Id);
        (string Name, string Text, string? Path)[] views =
        [
            ("read", "Read", path), ("page", "Page view", path + "/page"), ("revisions", "Revisions", path + "/revisions"),
            ("story", "Story", stored.StoryId is { } story ? string.Create(CultureInfo.InvariantCulture, $"/stories/{story}") : null),
        ];
        return E("nav", E("ul", [.. views.Where(v => v.Path is not null).Select(v => (Node)E("li", E("a", v.Text).With("href", v.Path).With("aria-current", v.Name == current ? "page" : null)))]))
            .With("aria-label", "Views of this article").Class("views");
    }

    private static Element Facts(StoredArticle stored)
    {
        var article = stored.Article;
        (string Name, Node Value)[] facts =
        [
            ("Page", Link(article.Url, article.Url)),
            ("Site", Link(LocalPath.To("/articles", ("site", article.Site)), article.Site)),
            ("Authors", article.Authors.Count > 0 ? string.Join(", ", article.Authors) : "–"),
            ("Published", article.PublishedAt?.ToString() ?? "–"),
            ("Changed", article.ModifiedAt?.ToString() ?? "–"),
            ("Fetched", Time(stored.FetchedAt)),
            ("Confidence", article.Confidence.ToString("P0", CultureInfo.InvariantCulture)),
            ("Rule", article.Rule is { } rule ? $"{rule.Name}{(rule.FellBack is { } why ? $", not used: {why}" : string.Empty)}" : "none"),
        ];
        return E("dl", [.. facts.Select(f => (Node)Div(null, E("dt", f.Name), E("dd", f.Value)))]).Class("facts");
    }

    private static Node Lead(Article article) => Group(
        article.Subtitle is { Length: > 0 } subtitle ? P(subtitle).Class("subtitle") : Node.None,
        article.Summary.Count > 0 ? E("ul", [.. article.Summary.Select(s => (Node)E("li", s))]).Class("summary") : Node.None);

    private static Node Captions(Article article) => article.Captions.Count == 0 ? Node.None : E(
        "section", H2("Captions"), E("ul", [.. article.Captions.Select(c => (Node)E("li", c.Text))])).Class("captions");
}
