using Scraper.Core.Articles;

namespace Scraper.Storage.Sql;

/// <summary>What the columns of an article's row are given, by the names of the parameters.</summary>
internal static class ArticleColumns
{
    /// <summary>All that a reading says, and where it comes from.</summary>
    public static (string, object?)[] Of(PreparedArticle prepared, long seq, string extractor, long? pageId)
    {
        var article = prepared.Article;
        return
        [
            ("$seq", seq), ("$extractor", extractor), ("$confidence", article.Confidence), ("$page", pageId), ("$hash", prepared.TextHash),
            ("$published", Moment.Text(article.PublishedAt?.Value)), ("$publishedOffset", Moment.Offset(article.PublishedAt)),
            ("$publishedPrecision", Moment.Precision(article.PublishedAt)),
            ("$modified", Moment.Text(article.ModifiedAt?.Value)), ("$modifiedOffset", Moment.Offset(article.ModifiedAt)),
            ("$modifiedPrecision", Moment.Precision(article.ModifiedAt)),
            ("$language", article.Language), ("$title", article.Title), ("$subtitle", article.Subtitle),
            ("$authors", ArticleJson.Strings(article.Authors)), ("$summary", ArticleJson.Strings(article.Summary)),
            ("$captions", ArticleJson.Captions(article.Captions)), ("$metadata", prepared.Metadata.Value),
            .. Topics(article), ("$length", article.Text.Length), ("$body", article.Text),
        ];
    }

    /// <summary>What is not known of articles from before it was kept.</summary>
    public static (string, object?)[] Topics(Article article) =>
    [
        ("$section", article.Metadata.Section), ("$tags", ArticleJson.Strings(article.Metadata.Tags)), ("$pictures", ArticleJson.Pictures(article.Pictures)),
    ];

    /// <summary>What the page asks of those who keep it.</summary>
    public static (string, object?)[] Signals(ExtractedPage extracted) =>
        [("$noindex", extracted.Signals.NoIndex), ("$noarchive", extracted.Signals.NoArchive), ("$tdm", extracted.Signals.TdmReservation)];
}
