using Scraper.Core.Articles;

namespace Scraper.Storage.Sql;

/// <summary>An article in text that every engine can keep, so that what comes back is what was compared.</summary>
internal static class PlainArticle
{
    public static Article Of(Article article) => article with
    {
        Title = PlainText.Of(article.Title),
        Text = PlainText.Of(article.Text),
        Captions = [.. article.Captions.Select(c => c with { Text = PlainText.Of(c.Text) })],
        Pictures = [.. article.Pictures.Select(p => new Picture(PlainText.Of(p.Address), OrNull(p.Caption), OrNull(p.Credit)))],
        Metadata = article.Metadata is { Section: null, Tags.Count: 0 }
            ? article.Metadata
            : article.Metadata with { Section = OrNull(article.Metadata.Section), Tags = [.. article.Metadata.Tags.Select(PlainText.Of)] },
    };

    private static string? OrNull(string? text) => text is null ? null : PlainText.Of(text);
}
