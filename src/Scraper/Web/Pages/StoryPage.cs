using System.Globalization;
using Scraper.Core.Articles;
using Scraper.Storage;
using Scraper.Web.Markup;
using static Scraper.Web.Markup.Tag;

namespace Scraper.Web.Pages;

/// <summary><c>/stories/ID</c>: where else it is told, side by side, with the sentences marked that stand in the first telling, too.</summary>
internal static class StoryPage
{
    private const int MostShown = 12;

    public static async Task<IResult> GetAsync(long id, IStore store, CancellationToken cancellationToken)
    {
        var tellings = await store.Articles.TellingsAsync(id, cancellationToken);
        if (tellings.Count == 0)
        {
            return ErrorPage.Missing($"There is no story {id}.");
        }

        var shown = tellings.Where(t => t.IsFirst).Concat(tellings.Where(t => !t.IsFirst)).Take(MostShown).ToList();
        var articles = new List<Article?>();
        foreach (var telling in shown)
        {
            articles.Add((await ArticlePage.FindAsync(store, telling.ArticleId, cancellationToken))?.Article);
        }

        var common = new CommonText(articles[0]?.Text ?? string.Empty);
        return new HtmlPage(
            $"Story {id.ToString(CultureInfo.InvariantCulture)}",
            "/articles",
            Group(
                P($"{tellings.Count} tellings{(tellings[0].Source is { } source ? $", mostly credited to {source}" : string.Empty)}{(tellings.Count > MostShown ? $"; the first {MostShown} are shown" : string.Empty)}. Marked is what stands in the first telling, too."),
                Div("tellings", [.. shown.Zip(articles, (t, a) => (Node)Telling(t, a, t.IsFirst ? null : common))])));
    }

    private static Element Telling(StoryTelling telling, Article? article, CommonText? common) => E(
        "section",
        H2(Link(string.Create(CultureInfo.InvariantCulture, $"/articles/{telling.ArticleId}"), telling.Title.Length > 0 ? telling.Title : telling.Url)),
        P(
            telling.Site, " · ", Time(telling.At), telling.IsFirst ? " · first" : string.Empty,
            telling.ShareOfFirst is { } share && !telling.IsFirst ? $" · {share.ToString("P0", CultureInfo.InvariantCulture)} as in the first" : string.Empty,
            telling.Credits.Count > 0 ? $" · credits {string.Join(", ", telling.Credits)}" : string.Empty).Class("facts"),
        Group((article?.Text ?? string.Empty).Split("\n\n").Select(p => (Node)P([.. common?.Mark(p) ?? [p]]).With("dir", "auto"))));
}
