using System.Security.Cryptography;

namespace Scraper.Storage.Sql;

/// <summary>A page ready to be written: hashed, and packed unless its bytes are stored already.</summary>
internal sealed class PackedPage(FetchedPage page)
{
    private readonly Lazy<string> _headers = new(() => ArticleJson.Headers(page.Headers));
    private byte[]? _data;
    private PageBase? _base;

    public FetchedPage Page { get; } = page;

    public byte[] Hash { get; } = SHA256.HashData(page.Body.Span);

    /// <summary>The other pages of its article.</summary>
    public IReadOnlyList<PackedPage> Parts { get; } = [.. page.Parts.Select(p => new PackedPage(p))];

    /// <summary>Packs now, so that the writer need not; as a difference where there is a page to differ from and it pays.</summary>
    public void Pack(PageBase? basis)
    {
        _ = _headers.Value;
        if (basis is not null && PageCodec.PackNear(Page.Body.Span, basis.Body) is { } near)
        {
            (_data, _base) = (near, basis);
        }
        else
        {
            _data = PageCodec.Pack(Page.Body.Span);
        }

        foreach (var part in Parts)
        {
            part.Pack(basis);
        }
    }

    /// <summary>Writes the body, unless it is stored already.</summary>
    /// <returns>Its number.</returns>
    public long WriteBody(SqlSession session)
    {
        var blob = session.Scalar<long>("SELECT id FROM blob WHERE hash = $hash", ("$hash", Hash));
        if (blob == 0)
        {
            var basis = _base?.IdIn(session) ?? 0;
            var data = _data is null || (_base is not null && basis == 0) ? PageCodec.Pack(Page.Body.Span) : _data;
            blob = session.Insert(
                "INSERT INTO blob (hash, encoding, size, data, base_id) VALUES ($hash, $encoding, $size, $data, $base)",
                number: "id",
                ("$hash", Hash), ("$encoding", basis == 0 ? PageCodec.Whole : PageCodec.Near), ("$size", Page.Body.Length), ("$data", data),
                ("$base", basis == 0 ? null : basis));
        }

        return blob;
    }

    /// <summary>Writes the page with its parts.</summary>
    /// <param name="session">The writer's.</param>
    /// <param name="siteId">Its site.</param>
    /// <param name="articleId">The article that it shows.</param>
    /// <param name="id">The number that it is to have; else the next one.</param>
    /// <returns>Its number.</returns>
    public long Write(SqlSession session, long siteId, long? articleId, long? id = null)
    {
        var number = id ?? session.NextId("page");
        session.Send(
            """
            INSERT INTO page (id, site_id, url, final_url, fetched_at, status, headers, article_id, blob_id)
            VALUES ($id, $site, $url, $final, $at, $status, $headers, $article, $blob)
            """,
            ("$id", number), ("$site", siteId), ("$url", Page.Url), ("$final", Page.FinalUrl), ("$at", Moment.Text(Page.FetchedAt)),
            ("$status", Page.Status), ("$headers", _headers.Value), ("$article", articleId), ("$blob", WriteBody(session)));
        PartRows.Write(session, number, Parts);
        return number;
    }
}
