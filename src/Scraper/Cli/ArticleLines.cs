using Scraper.Core.Articles;

namespace Scraper.Cli;

/// <summary>An article as lines to compare.</summary>
internal static class ArticleLines
{
    public static IReadOnlyList<string> Of(Article article) =>
        [$"title: {article.Title}", $"authors: {string.Join(", ", article.Authors)}", $"date: {article.PublishedAt}", .. article.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries)];
}
