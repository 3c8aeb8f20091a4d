using System.Globalization;
using Scraper.Core.Articles;

namespace Scraper.Storage.Exports;

/// <summary>Markdown with YAML front matter. Values are in double quotes.</summary>
internal sealed class MarkdownExport : IArticleExport
{
    public string Extension => ".md";

    public void Begin(TextWriter output)
    {
    }

    public void Write(StoredArticle stored, TextWriter output)
    {
        var article = stored.Article;
        output.Write("---\n");
        Line(output, "title", article.Title);
        Line(output, "site", article.Site);
        Line(output, "url", article.Url);
        List(output, "authors", article.Authors);
        Line(output, "published", article.PublishedAt?.ToString());
        Line(output, "modified", article.ModifiedAt?.ToString());
        Line(output, "language", article.Language);
        Line(output, "section", article.Metadata.Section);
        List(output, "tags", article.Metadata.Tags);
        Line(output, "fetched", stored.FetchedAt.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
        output.Write(string.Create(CultureInfo.InvariantCulture, $"change_seq: {stored.ChangeSeq}\n---\n\n"));
        MarkdownArticleWriter.Write(article, output);
        output.Write('\n');
    }

    private static void List(TextWriter output, string name, IReadOnlyList<string> values) =>
        output.Write($"{name}: [{string.Join(", ", values.Select(FrontMatterText.Quoted))}]\n");

    private static void Line(TextWriter output, string name, string? value)
    {
        if (value is not null)
        {
            output.Write($"{name}: {FrontMatterText.Quoted(value)}\n");
        }
    }
}
