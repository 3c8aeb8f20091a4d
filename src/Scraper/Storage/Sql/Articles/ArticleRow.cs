using System.Data.Common;
using Scraper.Core.Articles;
using Scraper.Core.Metadata;

namespace Scraper.Storage.Sql;

/// <summary>Reads the row of an article.</summary>
internal sealed record ArticleRow(StoredArticle Stored, long SiteId, int Revision, long? PageId)
{
    private const string Columns =
        """
        a.id, s.name, a.url, a.title, a.subtitle, a.authors, a.published_at, a.published_offset, a.published_precision,
        a.modified_at, a.modified_offset, a.modified_precision, a.language, a.summary, a.captions, a.metadata, a.confidence,
        a.first_seen_at, a.fetched_at, a.checked_at, a.change_seq, a.revision, a.publisher_revision, a.extractor_revision,
        a.extractor, a.site_id, a.page_id, t.story_id, a.body,
        u.rule, u.file, u.layout_until, u.fell_back, a.section, a.tags, a.pictures
        """;

    /// <summary>Selects rows without blocks; a WHERE clause follows.</summary>
    public const string Select =
        $"SELECT {Columns} FROM article a JOIN site s ON s.id = a.site_id LEFT JOIN telling t ON t.article_id = a.id LEFT JOIN article_rule u ON u.article_id = a.id ";

    public static ArticleRow? Find(SqlSession session, string where, params ReadOnlySpan<(string Name, object? Value)> parameters) =>
        session.Rows(Select + where, Read, parameters) is [var row, ..] ? row : null;

    /// <summary>The row with its article's blocks and what the rule's selectors found.</summary>
    public ArticleRow WithBlocks(SqlSession session)
    {
        var blocks = session.Scalar<string>("SELECT blocks FROM article_blocks WHERE article_id = $id", ("$id", Stored.Id));
        var article = Stored.Article with { Blocks = blocks is null ? [] : BlockJson.Read(blocks) };
        return this with { Stored = Stored with { Article = article.Rule is null ? article : article with { Rule = article.Rule with { Selectors = RuleRows.Selectors(session, Stored.Id) } } } };
    }

    public static ArticleRow Read(DbDataReader row) => new(
        new StoredArticle
        {
            Id = row.GetInt64(0),
            Article = new Article
            {
                Site = row.GetString(1),
                Url = row.GetString(2),
                Title = row.GetString(3),
                Subtitle = Text(row, 4),
                Authors = ArticleJson.Strings(row.GetString(5)),
                PublishedAt = Moment.Date(Text(row, 6), Number(row, 7), Text(row, 8)),
                ModifiedAt = Moment.Date(Text(row, 9), Number(row, 10), Text(row, 11)),
                Language = Text(row, 12),
                Summary = ArticleJson.Strings(row.GetString(13)),
                Captions = ArticleJson.Captions(row.GetString(14)),
                Pictures = Text(row, 35) is { } pictures ? ArticleJson.Pictures(pictures) : [],
                IsComplete = !row.IsDBNull(34),
                Metadata = Metadata(row),
                Confidence = row.GetDouble(16),
                Rule = RuleRows.Read(row, 29),
                Text = row.GetString(28),
                Blocks = [],
            },
            FirstSeenAt = Moment.Read(row.GetString(17)),
            FetchedAt = Moment.Read(row.GetString(18)),
            CheckedAt = Moment.Read(row.GetString(19)),
            ChangeSeq = row.GetInt64(20),
            PublisherRevision = row.GetInt32(22),
            ExtractorRevision = row.GetInt32(23),
            Extractor = row.GetString(24),
            StoryId = Number(row, 27),
        },
        row.GetInt64(25),
        row.GetInt32(21),
        Number(row, 26));

    /// <summary>What the page said about itself; what an older version noted there of section and tags may be out of date.</summary>
    private static PageMetadata Metadata(DbDataReader row)
    {
        var noted = ArticleJson.Metadata(row.GetString(15));
        return noted with { Section = Text(row, 33), Tags = Text(row, 34) is { } tags ? ArticleJson.Strings(tags) : [] };
    }

    internal static string? Text(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    internal static long? Number(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetInt64(column);
}
