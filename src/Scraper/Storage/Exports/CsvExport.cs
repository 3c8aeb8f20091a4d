using System.Globalization;

namespace Scraper.Storage.Exports;

/// <summary>RFC 4180. A cell that a spreadsheet would take for a formula gets an apostrophe in front: pages are hostile.</summary>
internal sealed class CsvExport : IArticleExport
{
    public string Extension => ".csv";

    public void Begin(TextWriter output) =>
        Row(output, "id", "change_seq", "site", "url", "title", "subtitle", "authors", "published_at", "modified_at", "language", "fetched_at", "body", "section", "tags");

    public void Write(StoredArticle stored, TextWriter output)
    {
        var article = stored.Article;
        Row(
            output,
            stored.Id.ToString(CultureInfo.InvariantCulture), stored.ChangeSeq.ToString(CultureInfo.InvariantCulture),
            article.Site, article.Url, article.Title, article.Subtitle, string.Join("; ", article.Authors),
            article.PublishedAt?.ToString(), article.ModifiedAt?.ToString(), article.Language,
            stored.FetchedAt.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture), article.Text,
            article.Metadata.Section, string.Join("; ", article.Metadata.Tags));
    }

    private static void Row(TextWriter output, params ReadOnlySpan<string?> cells)
    {
        for (var i = 0; i < cells.Length; i++)
        {
            output.Write(i == 0 ? string.Empty : ",");
            output.Write(Cell(cells[i] ?? string.Empty));
        }

        output.Write("\r\n");
    }

    private static string Cell(string text)
    {
        if (text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r')
        {
            text = "'" + text;
        }

        return text.AsSpan().ContainsAny("\",\r\n") ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
    }
}
