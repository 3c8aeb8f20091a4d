using System.Text.Json;

namespace Scraper.Core.Metadata;

/// <summary>The JSON-LD node that describes the page's article, and the one that describes the page.</summary>
internal sealed class ArticleData
{
    private static readonly HashSet<string> ArticleTypes = new(
        "Article NewsArticle BlogPosting ReportageNewsArticle AnalysisNewsArticle OpinionNewsArticle BackgroundNewsArticle AskPublicNewsArticle ReviewNewsArticle AdvertiserContentArticle SatiricalArticle ScholarlyArticle MedicalScholarlyArticle TechArticle APIReference Report LiveBlogPosting SocialMediaPosting DiscussionForumPosting Recipe HowTo Review MedicalWebPage NewsBlog LearningResource".Split(' '), StringComparer.Ordinal);

    private static readonly HashSet<string> PageTypes = new("WebPage AboutPage ItemPage FAQPage CollectionPage QAPage CreativeWork".Split(' '), StringComparer.Ordinal);

    private ArticleData(JsonLdGraph graph, JsonElement? article, JsonElement? page)
    {
        Graph = graph;
        Article = article;
        Page = page;
    }

    public JsonLdGraph Graph { get; }

    /// <summary>The article, or <see langword="null"/>.</summary>
    public JsonElement? Article { get; }

    /// <summary>The web page, or <see langword="null"/>.</summary>
    public JsonElement? Page { get; }

    /// <summary>Chooses among several articles (teasers are often marked up too) the one whose headline or address is the page's.</summary>
    public static ArticleData Choose(JsonLdGraph graph, IReadOnlyCollection<string> headlines, IReadOnlyCollection<string> addresses)
    {
        var articles = graph.Nodes.Where(n => JsonLdGraph.Types(n).Any(ArticleTypes.Contains)).ToList();
        var best = articles
            .Select((node, index) => (Node: node, Score: Score(graph, node, headlines, addresses), Index: index))
            .OrderByDescending(a => a.Score).ThenBy(a => a.Index)
            .FirstOrDefault();
        // A review that has nothing to do with the headline is a customer's, or that of a thing the article is about.
        var isStray = best.Score <= 0 && articles.Count > 0 && JsonLdGraph.Types(best.Node).Contains("Review");
        var page = graph.Nodes.FirstOrDefault(n => JsonLdGraph.Types(n).Any(PageTypes.Contains));
        return new ArticleData(
            graph,
            articles.Count > 0 && !isStray && (best.Score > 0 || articles.Count <= 2) ? best.Node : null,
            page.ValueKind == JsonValueKind.Object ? page : null);
    }

    /// <summary>A property of the article.</summary>
    public string? Text(string property) => Article is { } article ? Graph.Text(article, property) : null;

    private static double Score(JsonLdGraph graph, JsonElement node, IReadOnlyCollection<string> headlines, IReadOnlyCollection<string> addresses)
    {
        var headline = graph.Text(node, "headline") ?? graph.Text(node, "name");
        var score = headline is null ? 0 : headlines.Select(h => WordOverlap.Of(h, headline)).DefaultIfEmpty(0).Max();
        var url = graph.Text(node, "url");
        foreach (var main in graph.Values(node, "mainEntityOfPage").Prepend(node))
        {
            var id = main.ValueKind == JsonValueKind.String ? main.GetString() : main.ValueKind == JsonValueKind.Object && main.TryGetProperty("@id", out var at) && at.ValueKind == JsonValueKind.String ? at.GetString() : null;
            if ((id is not null && addresses.Any(a => Same(a, id))) || (url is not null && addresses.Any(a => Same(a, url))))
            {
                return score + 1;
            }
        }

        return score >= 0.5 ? score : 0;
    }

    private static bool Same(string a, string b) => Bare(a).Equals(Bare(b), StringComparison.OrdinalIgnoreCase);

    private static string Bare(string url)
    {
        var bare = url.Split('#')[0].Split('?')[0].TrimEnd('/');
        var scheme = bare.IndexOf("://", StringComparison.Ordinal);
        return scheme < 0 ? bare : bare[(scheme + 3)..];
    }
}
