using System.Text.Json;

namespace Scraper.Core.Metadata;

/// <summary>Who wrote the article as the page's data and metas say.</summary>
/// <param name="language">BCP 47 tag of the page, or <see langword="null"/>.</param>
/// <param name="names">Parts names.</param>
/// <param name="site">The site's own names, which are not parted: "Rain &amp; Wind".</param>
internal sealed class DeclaredAuthors(string? language, AuthorNames names, SiteNames site)
{
    private static readonly string[] Metas =
    [
        "author", "article:author_name", "parsely-author", "sailthru.author", "cxenseparse:author", "dc.creator", "dcterms.creator", "article.author", "byl", "byline", "authors", "rbauthors", "citation_author", "creator", "article:author", "og:article:author", "og:author", "dc.contributor", "bt:author", "rnews:creator", "shareaholic:article_author_name", "vr:author", "tweetmeme-author", "mrf:authors", "dable:author", "author_name", "article_author", "articleauthor", "article-author", "author-name", "authorname", "article:author:name", "twitter:data1",
    ];

    /// <summary>The authors of the article in JSON-LD.</summary>
    public List<string> FromData(ArticleData data)
    {
        var values = Declared(data).Select(v => IsFlipped(v.Name) ? v with { Name = Flip(v.Name) } : v).ToList();
        if (!values.Exists(v => v.IsOrganization && NameTest.MayBeAccount(v.Name)))
        {
            return NamesOrAccounts(values.Select(v => v.Name));
        }

        // An organisation's name is one name, whatever words are in it.
        var authors = new List<string>();
        foreach (var name in values.SelectMany(v => v.IsOrganization ? NameTest.MayBeAccount(v.Name) ? [v.Name] : [] : names.Parse(v.Name)))
        {
            if (!authors.Contains(name, StringComparer.OrdinalIgnoreCase))
            {
                authors.Add(name);
            }
        }

        return authors;
    }

    /// <summary>Those of the declared authors that are organisations.</summary>
    public static IReadOnlySet<string> Organizations(ArticleData data) =>
        Declared(data).Where(v => v.IsOrganization).Select(v => v.Name).ToHashSet(StringComparer.Ordinal);

    /// <summary>The authors in the first meta that names any.</summary>
    public List<string> FromMetas(PageEvidence evidence)
    {
        foreach (var key in Metas)
        {
            if (evidence.Metas.TryGetValue(key, out var values) && (key != "twitter:data1" || IsWrittenBy(evidence.Meta("twitter:label1"))))
            {
                var authors = NamesOrAccounts(key switch
                {
                    "citation_author" => values.Select(Flip),
                    "dc.creator" or "dcterms.creator" => values.Where(v => !IsAddress(v)).Select(v => v.Split(' ').Length == 2 ? Flip(v) : v),
                    _ => values.Where(v => !IsAddress(v)),
                });
                if (authors.Count > 0)
                {
                    return authors;
                }
            }
        }

        return [];
    }

    /// <summary>The names in some values; where there is none, the values themselves: a declared author that reads as no person is an organisation or account.</summary>
    public List<string> NamesOrAccounts(IEnumerable<string> values)
    {
        var given = values.Take(50).ToList();
        var desks = given.Where(IsDesk).ToList();
        var authors = desks.Count == given.Count && desks.Count > 0 ? desks : names.Union(given.Where(v => !site.Contains(v)));
        return authors.Count > 0 ? authors : [.. given.Where(NameTest.MayBeAccount).Distinct(StringComparer.OrdinalIgnoreCase).Take(5)];
    }

    // "Valley Times Staff": nobody is left of it without the outlet.
    private bool IsDesk(string value) =>
        NameTest.MayBeAccount(value) && !site.Contains(value) && names.Parse(value) is [var only] && only.Length < value.Length && value.StartsWith(only, StringComparison.OrdinalIgnoreCase) && value[only.Length] == ' ' && site.Contains(only);

    private static IEnumerable<(string Name, bool IsOrganization)> Declared(ArticleData data) =>
        data.Article is not { } article ? []
            : data.Graph.Values(article, "author").Concat(data.Graph.Values(article, "creator"))
                .SelectMany(v => v.ValueKind == JsonValueKind.Object ? data.Graph.Texts(v, "name").Select(n => (Name: n, IsOrganization: IsOrganization(v))) : [(JsonLdGraph.Plain(v) ?? string.Empty, false)])
                .Where(v => !IsAddress(v.Name)).Take(50);

    private bool IsWrittenBy(string? label) =>
        label is not null && new LineReader(label, language) is var line && line.Match(0, WordUse.Byline | WordUse.BylineLabel) == line.Count;

    private static bool IsOrganization(JsonElement author)
    {
        var types = JsonLdGraph.Types(author).ToList();
        return !types.Contains("Person") && types.Exists(t => t.EndsWith("Organization", StringComparison.Ordinal) || t is "Corporation" or "NGO");
    }

    // "https://facebook.com/ann", "www.facebook.com/ann", "facebook.com/ann": a profile is no name.
    private static bool IsAddress(string value) =>
        value.StartsWith("http", StringComparison.OrdinalIgnoreCase) || value.StartsWith("www.", StringComparison.OrdinalIgnoreCase)
        || (!value.Contains(' ') && value.IndexOf('/', StringComparison.Ordinal) is > 0 and var slash && value.AsSpan(0, slash).Contains('.'));

    // "Doe, Jane"
    private bool IsFlipped(string name) =>
        name.Split(',', StringSplitOptions.TrimEntries) is [var last, var first] && IsWord(last) && IsWord(first) && !NewsAgencies.Contains(first) && !NewsAgencies.Contains(last);

    private bool IsWord(string text) =>
        text.Length > 1 && char.IsUpper(text[0]) && text.Any(char.IsLower) && text.All(char.IsLetter) && !OutletWords.Contains(text) && new LineReader(text, language).MatchOwn(0, WordUse.Role | WordUse.BylineLabel) == 0;

    private static string Flip(string name) => name.Split(',') is [var last, var first] ? $"{first.Trim()} {last.Trim()}" : name;
}
