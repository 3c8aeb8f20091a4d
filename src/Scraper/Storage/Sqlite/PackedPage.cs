using System.Security.Cryptography;

namespace Scraper.Storage.Sqlite;

/// <summary>A page ready to be written: hashed, and packed unless its bytes are stored already.</summary>
internal sealed class PackedPage(FetchedPage page)
{
    private byte[]? _data;

    public FetchedPage Page { get; } = page;

    public byte[] Hash { get; } = SHA256.HashData(page.Body.Span);

    /// <summary>The other pages of its article.</summary>
    public IReadOnlyList<PackedPage> Parts { get; } = [.. page.Parts.Select(p => new PackedPage(p))];

    /// <summary>Packs now, so that the writer need not.</summary>
    public void Pack()
    {
        _data ??= PageCodec.Pack(Page.Body.Span);
        foreach (var part in Parts)
        {
            part.Pack();
        }
    }

    /// <summary>Writes the body, unless it is stored already.</summary>
    /// <returns>Its number.</returns>
    public long WriteBody(SqliteSession session)
    {
        var blob = session.Scalar<long>("SELECT id FROM blob WHERE hash = $hash", ("$hash", Hash));
        if (blob == 0)
        {
            Pack();
            blob = session.Scalar<long>(
                "INSERT INTO blob (hash, encoding, size, data) VALUES ($hash, $encoding, $size, $data) RETURNING id",
                ("$hash", Hash), ("$encoding", PageCodec.Plain), ("$size", Page.Body.Length), ("$data", _data));
        }

        return blob;
    }

    /// <summary>Writes the page with its parts.</summary>
    /// <param name="session">The writer's.</param>
    /// <param name="siteId">Its site.</param>
    /// <param name="articleId">The article that it shows.</param>
    /// <param name="id">The number that it is to have; else the next one.</param>
    /// <returns>Its number.</returns>
    public long Write(SqliteSession session, long siteId, long? articleId, long? id = null)
    {
        var number = session.Scalar<long>(
            """
            INSERT INTO page (id, site_id, url, final_url, fetched_at, status, headers, article_id, blob_id)
            VALUES ($id, $site, $url, $final, $at, $status, $headers, $article, $blob) RETURNING id
            """,
            ("$id", id), ("$site", siteId), ("$url", Page.Url), ("$final", Page.FinalUrl), ("$at", Moment.Text(Page.FetchedAt)),
            ("$status", Page.Status), ("$headers", ArticleJson.Headers(Page.Headers)), ("$article", articleId), ("$blob", WriteBody(session)));
        PartRows.Write(session, number, Parts);
        return number;
    }
}
