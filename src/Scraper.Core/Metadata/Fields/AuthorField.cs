using System.Text.Json;

namespace Scraper.Core.Metadata;

/// <summary>Decides who wrote the article.</summary>
internal sealed class AuthorField(string? language, SiteNames site)
{
    private static readonly string[] Metas =
    [
        "author", "article:author_name", "parsely-author", "sailthru.author", "cxenseparse:author", "dc.creator", "dcterms.creator", "article.author", "byl", "byline", "authors", "rbauthors", "citation_author", "creator", "article:author", "og:article:author", "og:author", "dc.contributor", "twitter:data1", "bt:author", "rnews:creator", "shareaholic:article_author_name", "vr:author", "tweetmeme-author",
    ];

    private readonly AuthorNames _names = new(language, site);

    public IReadOnlyList<string> Resolve(PageEvidence evidence, ArticleData data)
    {
        var headline = evidence.Headings.Find(h => h.Name == "h1")?.Order ?? 0;
        var structured = FromData(data);
        if (structured.Count > 0)
        {
            return structured;
        }

        var properties = evidence.Properties.Where(p => p.Name is "author" or "creator" && IsOwn(p.Zone)).Select(p => p.Value).ToList();
        return First(
            Union(properties),
            FromMetas(evidence),
            FromMarks(evidence.Bylines, headline),
            FromLines(evidence.Lines));
    }

    private List<string> FromData(ArticleData data)
    {
        if (data.Article is not { } article)
        {
            return [];
        }

        var values = data.Graph.Values(article, "author").Concat(data.Graph.Values(article, "creator"))
            .Select(v => v.ValueKind == JsonValueKind.Object && !v.TryGetProperty("name", out _) ? null : JsonLdGraph.Plain(v)).OfType<string>();
        return Union(values);
    }

    private List<string> FromMetas(PageEvidence evidence)
    {
        foreach (var key in Metas)
        {
            if (evidence.Metas.TryGetValue(key, out var values))
            {
                var names = Union(key.StartsWith("citation", StringComparison.Ordinal) ? values.Select(Flip) : values.Where(v => !v.StartsWith("http", StringComparison.OrdinalIgnoreCase)));
                if (names.Count > 0)
                {
                    return names;
                }
            }
        }

        return [];
    }

    private List<string> FromMarks(IEnumerable<Mark> marks, int headline)
    {
        var near = marks.Where(m => IsOwn(m.Zone)).OrderBy(m => m.Order >= headline ? m.Order - headline : (headline - m.Order) * 3);
        return near.Select(m => _names.Parse(m.Value)).FirstOrDefault(n => n.Count > 0) ?? [];
    }

    private List<string> FromLines(IEnumerable<Mark> lines) =>
        lines.Where(l => IsOwn(l.Zone) && BylinePattern.IsByline(l.Value, language)).Select(l => _names.Parse(l.Value)).FirstOrDefault(n => n.Count > 0) ?? [];

    private List<string> Union(IEnumerable<string> values)
    {
        var names = new List<string>();
        foreach (var name in values.Take(50).SelectMany(_names.Parse))
        {
            if (!names.Contains(name, StringComparer.OrdinalIgnoreCase))
            {
                names.Add(name);
            }
        }

        return names;
    }

    private static List<string> First(params ReadOnlySpan<List<string>> sources)
    {
        foreach (var source in sources)
        {
            if (source.Count > 0)
            {
                return source;
            }
        }

        return [];
    }

    private static string Flip(string name) => name.Split(',') is [var last, var first] ? $"{first.Trim()} {last.Trim()}" : name;

    private static bool IsOwn(PageZone zone) => (zone & PageZone.Elsewhere) == 0;
}
