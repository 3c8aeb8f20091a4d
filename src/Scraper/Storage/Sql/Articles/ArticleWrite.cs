using Scraper.Storage.Revisions;

namespace Scraper.Storage.Sql;

/// <summary>Decides what becomes of a saved page and writes it. Runs inside the writer's transaction.</summary>
internal sealed class ArticleWrite(SqlSession session)
{
    private const int SetbacksKept = 3;

    private readonly ArticleMatching _matching = new(session);

    public SaveResult Save(ExtractedPage extracted, PreparedArticle prepared, PackedPage page)
    {
        var siteId = SiteRows.IdOf(session, prepared.Article.Site);
        var result = Decide(extracted, prepared, page, siteId);
        var left = Left(extracted, prepared, result);
        if (result.Outcome == SaveOutcome.Duplicate && left == 0)
        {
            DuplicateRows.Note(session, extracted, siteId, result);
        }
        else
        {
            UrlRows.Stored(session, extracted, siteId, result, left);
        }

        RuleRows.Count(session, siteId, prepared.Article.Rule, extracted.Page.FinalUrl, extracted.Page.FetchedAt);
        return result;
    }

    public SaveResult Replace(ArticleRow row, PreparedArticle prepared, string extractor, bool allowWorse, long? readFrom, DateTimeOffset at)
    {
        var before = row.Stored;
        if (readFrom is { } page && page != row.PageId)
        {
            return Result(SaveOutcome.Unchanged, before, "the publisher changed it meanwhile");
        }

        if (!Clock.HasChanged(before.Article, prepared.Article))
        {
            if (before.Extractor == extractor && before.Article.IsComplete)
            {
                return Result(SaveOutcome.Unchanged, before);
            }

            Relabel(before.Id, prepared, extractor);
            RuleRows.Record(session, row.SiteId, before.Id, prepared.Article.Rule);
            return Result(SaveOutcome.Unchanged, before, "the text is the same; the labels are today's");
        }

        return !allowWorse && Regression.Find(before.Article, prepared.Article) is { } worse
            ? Result(SaveOutcome.Worse, before, worse)
            : Update(row, prepared, RevisionKind.Extractor, extractor, SiteRows.IdOf(session, prepared.Article.Site), at, before.FetchedAt, row.PageId);
    }

    private static SaveResult Result(SaveOutcome outcome, StoredArticle article, string? detail = null) =>
        new(outcome, article.Id, article.Article.Url, article.ChangeSeq, detail);

    private SaveResult Decide(ExtractedPage extracted, PreparedArticle prepared, PackedPage page, long siteId) =>
        _matching.Find(extracted, prepared, siteId) switch
        {
            { Row: null, Prepared: var own } => Insert(extracted, own, page, siteId),
            { IsTwin: true, Row: var twin } => Result(SaveOutcome.Duplicate, twin.Stored, $"the same text as {twin.Stored.Article.Url}"),
            { Row: var row, Prepared: var own } => Meet(row, extracted, own, page, siteId),
        };

    /// <summary>The article whose own address has led to another one, or 0; it stays as it was stored, and the loss is noted.</summary>
    private long Left(ExtractedPage extracted, PreparedArticle prepared, SaveResult led)
    {
        var left = _matching.FindLeft(extracted, prepared, led.ArticleId);
        if (left != 0)
        {
            WorseRows.Note(session, left, extracted.Page.FetchedAt, $"its address leads to {led.Url}", isNewest: true);
        }

        return left;
    }

    /// <summary>A known article has been fetched again.</summary>
    private SaveResult Meet(ArticleRow row, ExtractedPage extracted, PreparedArticle prepared, PackedPage page, long siteId)
    {
        var before = row.Stored;
        var at = extracted.Page.FetchedAt;
        if (at < before.CheckedAt.AddMilliseconds(-1))
        {
            // An old capture, imported: what has been seen since stands.
            return Result(SaveOutcome.Unchanged, before, $"older than what was seen on {Moment.Text(before.CheckedAt)}");
        }

        if (IsSuperseded(row, page, at))
        {
            // Of two captures of one moment, imported again, each would take the other's place for ever.
            return Result(SaveOutcome.Unchanged, before, $"seen before, on {Moment.Text(at)}");
        }

        if (!Clock.HasChanged(before.Article, prepared.Article))
        {
            WorseRows.Unchanged(session, before.Id, at);
            if (before.Extractor != extracted.Extractor || !before.Article.IsComplete)
            {
                Relabel(before.Id, prepared, extracted.Extractor);
            }

            RuleRows.Record(session, row.SiteId, before.Id, prepared.Article.Rule);
            KeepSignals(before.Id, extracted);
            return Result(SaveOutcome.Unchanged, before);
        }

        if (Regression.Find(before.Article, prepared.Article) is { } worse && !(prepared.Article.Text.Length > 0 && WorseRows.IsOfMany(session, before.Id)))
        {
            KeepBeside(row, prepared, page, at, worse);
            return Result(SaveOutcome.Worse, before, worse);
        }

        var again = extracted.Earlier is { } earlier && earlier.PageId == row.PageId ? PlainArticle.Of(earlier.Article) : null;
        var kind = Clock.Of(row.WithBlocks(session).Stored.Article, prepared.Article, again, HasSameBytes(row, page), before.Extractor == extracted.Extractor);
        var pageId = page.Write(session, siteId, before.Id);
        KeepSignals(before.Id, extracted);
        WorseRows.Changed(session, before.Id);
        return Update(row, prepared, kind, extracted.Extractor, siteId, at, at, pageId);
    }

    // Only where they differ: the row holds the body, and all of it would be written again.
    private void KeepSignals(long id, ExtractedPage extracted) => session.Send(
        """
        UPDATE article SET noindex = $noindex, noarchive = $noarchive, tdm_reservation = $tdm
        WHERE id = $id AND (noindex IS NULL OR noindex <> $noindex OR noarchive <> $noarchive OR tdm_reservation <> $tdm)
        """,
        [.. ArticleColumns.Signals(extracted), ("$id", id)]);

    /// <summary>Whether the archive has this very page beside the present one; where bytes are no longer kept, their moment has to do.</summary>
    private bool IsSuperseded(ArticleRow row, PackedPage page, DateTimeOffset at) =>
        at < row.Stored.CheckedAt.AddMilliseconds(1)
        && session.Scalar<long>(
            """
            SELECT COUNT(*) FROM page p LEFT JOIN blob b ON b.id = p.blob_id
            WHERE p.article_id = $id AND p.id <> $page AND p.fetched_at = $at AND (b.id IS NULL OR b.hash = $hash)
            """,
            ("$id", row.Stored.Id), ("$page", row.PageId), ("$at", Moment.Text(at)), ("$hash", page.Hash)) > 0
        && !HasSameBytes(row, page);

    private bool HasSameBytes(ArticleRow row, PackedPage page) =>
        session.Scalar<byte[]>("SELECT b.hash FROM page p JOIN blob b ON b.id = p.blob_id WHERE p.id = $id", ("$id", row.PageId)) is { } hash
        && hash.AsSpan().SequenceEqual(page.Hash)
        && PartRows.HasSameBytes(session, row.PageId, page.Parts);

    private void KeepBeside(ArticleRow row, PreparedArticle prepared, PackedPage page, DateTimeOffset at, string reason)
    {
        var id = row.Stored.Id;
        WorseRows.Note(session, id, at, reason);
        if (session.Scalar<string>("SELECT body FROM setback WHERE article_id = $id ORDER BY id DESC LIMIT 1", ("$id", id)) == prepared.Article.Text)
        {
            return;
        }

        session.Send(
            "INSERT INTO setback (article_id, at, reason, page_id, title, body) VALUES ($id, $at, $reason, $page, $title, $body)",
            ("$id", id), ("$at", Moment.Text(at)), ("$reason", reason), ("$page", page.Write(session, row.SiteId, id)),
            ("$title", prepared.Article.Title), ("$body", prepared.Article.Text));
        session.Send(
            "DELETE FROM setback WHERE article_id = $id AND id NOT IN (SELECT id FROM setback WHERE article_id = $id ORDER BY id DESC LIMIT $kept)",
            ("$id", id), ("$kept", SetbacksKept));
    }

    private SaveResult Insert(ExtractedPage extracted, PreparedArticle prepared, PackedPage page, long siteId)
    {
        var at = extracted.Page.FetchedAt;
        var (id, pageId) = (session.NextId("article"), session.NextId("page"));
        var seq = Change(ChangeKind.Stored, id, siteId, prepared.Article.Url, at, 1);
        session.Send(
            """
            INSERT INTO article (
                id, site_id, url, change_seq, extractor, confidence, first_seen_at, fetched_at, checked_at, page_id, text_hash,
                published_at, published_offset, published_precision, modified_at, modified_offset, modified_precision,
                sort_at, language, title, subtitle, authors, summary, captions, metadata, section, tags, pictures, length, body, noindex, noarchive, tdm_reservation)
            VALUES (
                $id, $site, $url, $seq, $extractor, $confidence, $at, $at, $at, $page, $hash,
                $published, $publishedOffset, $publishedPrecision, $modified, $modifiedOffset, $modifiedPrecision,
                COALESCE($published, $at), $language, $title, $subtitle, $authors, $summary, $captions, $metadata, $section, $tags, $pictures, $length, $body, $noindex, $noarchive, $tdm)
            """,
            [("$id", id), ("$site", siteId), ("$url", prepared.Article.Url), ("$at", Moment.Text(at)),
                .. ArticleColumns.Of(prepared, seq, extracted.Extractor, pageId), .. ArticleColumns.Signals(extracted)]);
        page.Write(session, siteId, id, pageId);
        SiteRows.Stored(session, siteId, Moment.Text(at));
        session.Search.Put(id, prepared.Article);
        WriteBlocks(id, prepared);
        if (prepared.Article.Rule is { } rule)
        {
            RuleRows.Record(session, siteId, id, rule);
        }

        Revision(id, 1, RevisionKind.Publisher, at, seq, extracted.Extractor, pageId, string.Empty);
        new StoryWrite(session).Add(id, siteId, prepared);
        return new SaveResult(SaveOutcome.Stored, id, prepared.Article.Url, seq);
    }

    private SaveResult Update(
        ArticleRow row, PreparedArticle prepared, RevisionKind kind, string extractor, long siteId, DateTimeOffset at, DateTimeOffset fetchedAt, long? pageId)
    {
        var before = row.Stored;
        var number = row.Revision + 1;
        var isPublisher = kind == RevisionKind.Publisher;
        var seq = Change(isPublisher ? ChangeKind.Publisher : ChangeKind.Extractor, before.Id, siteId, before.Article.Url, at, number);
        session.Send(
            "UPDATE revision SET title = $title, body = $body WHERE article_id = $id AND number = $number",
            ("$title", before.Article.Title), ("$body", before.Article.Text), ("$id", before.Id), ("$number", row.Revision));
        session.Send(
            """
            UPDATE article SET
                site_id = $site, change_seq = $seq, revision = $revision, publisher_revision = $publisher, extractor_revision = $extractorRevision,
                extractor = $extractor, confidence = $confidence, fetched_at = $fetched, checked_at = CASE WHEN checked_at > $fetched THEN checked_at ELSE $fetched END,
                page_id = $page, text_hash = $hash,
                published_at = $published, published_offset = $publishedOffset, published_precision = $publishedPrecision,
                modified_at = $modified, modified_offset = $modifiedOffset, modified_precision = $modifiedPrecision,
                sort_at = COALESCE($published, first_seen_at), language = $language, title = $title, subtitle = $subtitle,
                authors = $authors, summary = $summary, captions = $captions, metadata = $metadata,
                section = $section, tags = $tags, pictures = $pictures, length = $length, body = $body
            WHERE id = $id
            """,
            [("$id", before.Id), ("$site", siteId), ("$revision", number), ("$fetched", Moment.Text(fetchedAt)),
                ("$publisher", before.PublisherRevision + (isPublisher ? 1 : 0)),
                ("$extractorRevision", isPublisher ? 1 : before.ExtractorRevision + 1),
                .. ArticleColumns.Of(prepared, seq, extractor, pageId)]);
        if (siteId == row.SiteId)
        {
            SiteRows.Changed(session, siteId, Moment.Text(fetchedAt));
        }
        else
        {
            SiteRows.Moved(session, before.Id, row.SiteId, siteId, Moment.Text(fetchedAt));
        }

        if (isPublisher && before.Article.Text != prepared.Article.Text)
        {
            DuplicateRows.Wake(session, before.Id, fetchedAt);
        }

        session.Search.Put(before.Id, prepared.Article);
        WriteBlocks(before.Id, prepared);
        RuleRows.Record(session, siteId, before.Id, prepared.Article.Rule);
        Revision(before.Id, number, kind, at, seq, extractor, pageId, ParagraphDiff.Of(before.Article, prepared.Article));
        if (before.Article.Text != prepared.Article.Text)
        {
            var stories = new StoryWrite(session);
            stories.Remove(before.Id);
            stories.Add(before.Id, siteId, prepared);
        }

        return new SaveResult(isPublisher ? SaveOutcome.Updated : SaveOutcome.Relabelled, before.Id, before.Article.Url, seq);
    }

    /// <summary>Other labels on the same text: no revision, no change number. All that this reading says is today's.</summary>
    private void Relabel(long id, PreparedArticle prepared, string extractor)
    {
        session.Send(
            "UPDATE article SET extractor = $extractor, confidence = $confidence, metadata = $metadata, section = $section, tags = $tags, pictures = $pictures WHERE id = $id",
            [("$id", id), ("$extractor", extractor), ("$confidence", prepared.Article.Confidence), ("$metadata", prepared.Metadata.Value), .. ArticleColumns.Topics(prepared.Article)]);
        WriteBlocks(id, prepared);
    }

    private void WriteBlocks(long id, PreparedArticle prepared) => session.Send(
        "INSERT INTO article_blocks (article_id, labels, blocks) VALUES ($id, $labels, $blocks) ON CONFLICT (article_id) DO UPDATE SET labels = $labels, blocks = $blocks",
        ("$id", id), ("$labels", BlockJson.Labels(prepared.Article.Blocks)), ("$blocks", prepared.Blocks.Value));

    private long Change(ChangeKind kind, long article, long site, string url, DateTimeOffset at, int? revision) => ChangeRows.Add(session, kind, article, site, url, at, revision);

    private void Revision(long id, int number, RevisionKind kind, DateTimeOffset at, long seq, string extractor, long? pageId, string diff) => session.Send(
        """
        INSERT INTO revision (article_id, number, kind, at, change_seq, extractor, page_id, diff)
        VALUES ($id, $number, $kind, $at, $seq, $extractor, $page, $diff)
        """,
        ("$id", id), ("$number", number), ("$kind", kind == RevisionKind.Publisher ? "publisher" : "extractor"), ("$at", Moment.Text(at)),
        ("$seq", seq), ("$extractor", extractor), ("$page", pageId), ("$diff", diff));
}
