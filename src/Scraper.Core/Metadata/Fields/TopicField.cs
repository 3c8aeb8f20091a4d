namespace Scraper.Core.Metadata;

/// <summary>Section, tags, kind and access of the article.</summary>
internal static class TopicField
{
    private const int MostTags = 100;
    private static readonly string[] TagMetas = ["article:tag", "parsely-tags", "news_keywords", "sailthru.tags", "og:article:tag", "keywords", "dc.subject"];

    public static string? Section(PageEvidence evidence, ArticleData data) =>
        data.Text("articleSection") ?? evidence.Meta("article:section", "parsely-section", "section", "sailthru.section", "dc.subject.section", "cxenseparse:section", "og:section", "bt:section", "category");

    public static IReadOnlyList<string> Tags(PageEvidence evidence, ArticleData data)
    {
        var tags = new List<string>();
        var keywords = data.Article is { } article ? data.Graph.Texts(article, "keywords") : [];
        var metas = TagMetas.SelectMany(k => evidence.Metas.TryGetValue(k, out var values) ? values : []);
        foreach (var tag in keywords.Concat(metas).SelectMany(k => k.Split([',', ';', '、'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)))
        {
            if (tag.Length is > 0 and <= 100 && tags.Count < MostTags && !tags.Contains(tag, StringComparer.OrdinalIgnoreCase))
            {
                tags.Add(tag);
            }
        }

        return tags;
    }

    public static bool? IsPaywalled(PageEvidence evidence, ArticleData data)
    {
        foreach (var node in new[] { data.Article, data.Page })
        {
            if (node is { } owner && owner.TryGetProperty("isAccessibleForFree", out var free))
            {
                switch (free.ToString().ToLowerInvariant())
                {
                    case "false" or "0" or "no" or "http://schema.org/false" or "https://schema.org/false":
                        return true;
                    case "true" or "1" or "yes" or "http://schema.org/true" or "https://schema.org/true":
                        return false;
                }
            }
        }

        return evidence.Meta("article:content_tier", "og:article:content_tier")?.ToLowerInvariant() switch
        {
            "locked" or "metered" => true,
            "free" => false,
            _ => null,
        };
    }

    public static string? Type(PageEvidence evidence, ArticleData data) =>
        (data.Article is { } article ? JsonLdGraph.Types(article).FirstOrDefault() : null)
        ?? data.Graph.Nodes.SelectMany(JsonLdGraph.Types).FirstOrDefault(t => t is "Product" or "Recipe" or "Event" or "VideoObject" or "JobPosting" or "Course" or "SoftwareApplication" or "QAPage" or "DiscussionForumPosting" or "ProfilePage" or "CollectionPage" or "SearchResultsPage")
        ?? evidence.ItemTypes.Select(t => t.TrimEnd('/')[(t.TrimEnd('/').LastIndexOf('/') + 1)..]).FirstOrDefault(t => t.EndsWith("Article", StringComparison.Ordinal) || t is "BlogPosting" or "Product" or "DiscussionForumPosting" or "QAPage" or "Recipe")
        ?? (data.Page is { } page ? JsonLdGraph.Types(page).FirstOrDefault() : null)
        ?? evidence.Meta("og:type");
}
