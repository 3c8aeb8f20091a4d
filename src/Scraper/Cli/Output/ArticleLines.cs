using Scraper.Core;
using Scraper.Core.Articles;

namespace Scraper.Cli;

/// <summary>An article as lines to compare: all that its reader sees. Queries of pictures' addresses are no difference.</summary>
internal static class ArticleLines
{
    /// <summary>The lines of an article.</summary>
    public static IReadOnlyList<string> Of(Article article) => [.. Fields(article).SelectMany(f => f.Lines)];

    /// <summary>The lines of what came of a page: that it is no article comes first.</summary>
    public static IReadOnlyList<string> Of(Extraction extraction) =>
        [.. extraction.Verdict.IsArticle ? Array.Empty<string>() : [$"not an article: {extraction.Verdict}"], .. Of(extraction.Article)];

    /// <summary>The fields of an article, as they stand in it.</summary>
    public static IReadOnlyList<ArticleField> Fields(Article article) =>
    [
        new("title", [article.Title]),
        One("subtitle", article.Subtitle),
        One("authors", string.Join(", ", article.Authors)),
        One(ArticleField.PublishedAt, article.PublishedAt?.ToString()),
        One(ArticleField.ModifiedAt, article.ModifiedAt?.ToString()),
        One("language", article.Language),
        One("section", article.Metadata.Section),
        One("tags", string.Join(", ", article.Metadata.Tags)),
        new("summary", article.Summary),
        new(ArticleField.Body, article.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries)),
        new(ArticleField.Captions, [.. article.Captions.Select(c => c.Text)]),
        new("pictures", [.. article.Pictures.Select(Line)]),
    ];

    private static string Line(Picture picture) =>
        string.Join(" | ", new[] { picture.Address.Split('?', 2)[0], picture.Caption, picture.Credit }.Where(part => !string.IsNullOrEmpty(part)));

    private static ArticleField One(string key, string? value) => new(key, string.IsNullOrEmpty(value) ? [] : [value]);
}
