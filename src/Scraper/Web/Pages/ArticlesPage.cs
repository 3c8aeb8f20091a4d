using System.Globalization;
using Scraper.Storage;
using Scraper.Web.Markup;
using static Scraper.Web.Markup.Tag;

namespace Scraper.Web.Pages;

/// <summary><c>/articles</c>: the newest, page by page, or what a search found.</summary>
internal static class ArticlesPage
{
    private const int PageSize = 50;

    public static async Task<IResult> GetAsync(IStore store, string? q, string? site, string? before, CancellationToken cancellationToken)
    {
        q = q?.Trim();
        site = string.IsNullOrWhiteSpace(site) ? null : site;
        var filter = new ArticleFilter { Site = site, Before = CursorText.Read(before), Limit = PageSize };
        var found = string.IsNullOrEmpty(q)
            ? List(await store.Articles.ListAsync(filter, cancellationToken), site)
            : await SearchAsync(store, q, filter with { Before = null }, cancellationToken);
        return new HtmlPage(
            site is null ? "Articles" : $"Articles of {site}",
            "/articles",
            Group(SearchForm(q, site), found, Feeds(q, site)),
            feed: LocalPath.To("/feeds/articles.atom", ("site", site), ("q", q)));
    }

    private static async Task<Node> SearchAsync(IStore store, string q, ArticleFilter filter, CancellationToken cancellationToken)
    {
        try
        {
            return Hits(q, await store.Articles.SearchAsync(q, filter, cancellationToken));
        }
        catch (StoreException refused) when (refused.Fault == StoreFault.Invalid)
        {
            return P($"{refused.Remedy}.").With("role", "alert");
        }
    }

    private static Element SearchForm(string? q, string? site) => E(
        "form",
        E("label", "Search ").With("for", "q"),
        E("input").With("id", "q").With("name", "q").With("type", "search").With("value", q),
        site is null ? string.Empty : E("input").With("type", "hidden").With("name", "site").With("value", site),
        " ",
        E("button", "Search")).With("role", "search").With("method", "get").With("action", "/articles").Class("search");

    private static Node List(IReadOnlyList<ArticleSummary> articles, string? site) => articles.Count == 0 ? P("There is no article here.") : Group(
        E("ol", [.. articles.Select(a => (Node)E("li", Headline(a), Facts(a)))]).Class("articles"),
        articles.Count < PageSize ? Node.None : P(E("a", "Older articles").With("rel", "next").With("href", LocalPath.To("/articles", ("site", site), ("before", CursorText.Write(articles[^1].Cursor))))));

    private static Node Hits(string query, IReadOnlyList<SearchHit> hits) => Group(
        P($"{hits.Count}{(hits.Count == PageSize ? " or more" : string.Empty)} articles with “{query}”, best first").With("role", "status"),
        E("ol", [.. hits.Select(h => (Node)E("li", Headline(h.Article), Facts(h.Article), Snippet(h.Snippet)))]).Class("articles"));

    private static Node Headline(ArticleSummary article) =>
        Link(string.Create(CultureInfo.InvariantCulture, $"/articles/{article.Id}"), article.Title.Length > 0 ? article.Title : article.Url);

    private static Element Facts(ArticleSummary article) =>
        Div("facts", article.Site, " · ", Time(article.Cursor.At), " · ", string.Create(CultureInfo.InvariantCulture, $"{article.Characters:N0} characters"));

    /// <summary>A snippet with the matches marked: they stand between U+0002 and U+0003.</summary>
    private static Element Snippet(string snippet) => P([.. snippet.Split('\u0002').SelectMany((part, i) => i == 0
        ? (Node[])[part]
        : part.Split('\u0003', 2) is [var hit, var rest] ? [E("mark", hit), rest] : [part])]);

    private static Element Feeds(string? q, string? site) => P(
        "As a feed: ",
        Link(LocalPath.To("/feeds/articles.atom", ("site", site), ("q", q)), "Atom"),
        ", ",
        Link(LocalPath.To("/feeds/articles.json", ("site", site), ("q", q)), "JSON Feed"));
}
