using System.Data.Common;

namespace Scraper.Storage.Sql;

/// <summary>What must hold in every store: what our writes promise.</summary>
internal static class StoreCheck
{
    private const int MaxPerCheck = 20;

    /// <summary>Each gives a row a fault.</summary>
    private static readonly (string Name, string Sql)[] Invariants =
    [
        ("article has blocks", "SELECT 'article ' || id FROM article WHERE id NOT IN (SELECT article_id FROM article_blocks)"),
        ("article has its revisions", "SELECT 'article ' || a.id FROM article a WHERE a.revision <> (SELECT COUNT(*) FROM revision r WHERE r.article_id = a.id)"),
        ("old revisions keep their text", "SELECT 'article ' || r.article_id || ' revision ' || r.number FROM revision r JOIN article a ON a.id = r.article_id WHERE r.number < a.revision AND r.body IS NULL"),
        ("article has its change", "SELECT 'article ' || a.id FROM article a LEFT JOIN change c ON c.seq = a.change_seq AND c.article_id = a.id WHERE c.seq IS NULL"),
        ("article has its last change", "SELECT 'article ' || c.article_id FROM change c JOIN article a ON a.id = c.article_id GROUP BY c.article_id HAVING MAX(c.seq) <> MAX(a.change_seq)"),
        ("article has its page", "SELECT 'article ' || id FROM article a WHERE page_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM page p WHERE p.id = a.page_id)"),
        ("article has its URL", "SELECT 'article ' || id FROM article a WHERE NOT EXISTS (SELECT 1 FROM url u WHERE u.article_id = a.id)"),
        ("article has a fingerprint", "SELECT 'article ' || id FROM article WHERE id NOT IN (SELECT article_id FROM fingerprint)"),
        ("stored URL has its article", "SELECT url FROM url WHERE status = 'stored' AND article_id IS NULL"),
        ("site knows how many articles it has", "SELECT s.name FROM site s WHERE s.articles <> (SELECT COUNT(*) FROM article a WHERE a.site_id = s.id)"),
        ("story has two tellings", "SELECT 'story ' || s.id FROM story s WHERE (SELECT COUNT(*) FROM telling t WHERE t.story_id = s.id) < 2"),
        ("body has a page", "SELECT 'body ' || id FROM blob b WHERE NOT EXISTS (SELECT 1 FROM page p WHERE p.blob_id = b.id) AND NOT EXISTS (SELECT 1 FROM page_part t WHERE t.blob_id = b.id) AND NOT EXISTS (SELECT 1 FROM blob n WHERE n.base_id = b.id)"),
        ("base of a body is whole", "SELECT 'body ' || n.id || ' on body ' || n.base_id FROM blob n LEFT JOIN blob b ON b.id = n.base_id WHERE n.base_id IS NOT NULL AND (b.id IS NULL OR b.base_id IS NOT NULL)"),
    ];

    /// <summary>Runs the checks of an engine and then ours.</summary>
    /// <param name="session">A reader.</param>
    /// <param name="own">The engine's own.</param>
    /// <param name="isUnreadable">Whether an error of the engine says that the store is damaged, too much to go on.</param>
    public static IReadOnlyList<StoreProblem> Run(SqlSession session, Func<SqlSession, IEnumerable<StoreProblem>> own, Func<Exception, bool> isUnreadable)
    {
        var problems = new List<StoreProblem>();
        try
        {
            problems.AddRange(own(session));
            foreach (var (name, sql) in Invariants)
            {
                problems.AddRange(Rows(session, name, sql));
            }

            problems.AddRange(Unreadable(session, "article can be read", "SELECT id, authors, summary, captions, metadata, COALESCE(tags, '[]'), COALESCE(pictures, '[]') FROM article", Article));
            problems.AddRange(Unreadable(session, "blocks can be read", "SELECT article_id, blocks FROM article_blocks", r => BlockJson.Read(r.GetString(1))));
            problems.AddRange(BadTexts(session));
            problems.AddRange(BadBodies(session));
        }
        catch (Exception error) when (isUnreadable(error))
        {
            problems.Add(new StoreProblem("integrity", error.Message));
        }
        catch (Exception error) when (Damage.Is(error))
        {
            problems.Add(new StoreProblem("values can be read", error.Message));
        }

        return problems;
    }

    /// <summary>The rows of a statement that gives one for each fault.</summary>
    public static IEnumerable<StoreProblem> Rows(SqlSession session, string check, string sql) =>
        session.Rows($"{sql} LIMIT {MaxPerCheck}", r => r.GetString(0)).Select(row => new StoreProblem(check, row));

    private static IEnumerable<StoreProblem> Unreadable(SqlSession session, string check, string sql, Action<DbDataReader> read) =>
        session.Rows(sql, r => IsReadable(r, read) ? 0 : r.GetInt64(0))
            .Where(id => id != 0).Take(MaxPerCheck).Select(id => new StoreProblem(check, $"article {id}"));

    private static void Article(DbDataReader r) =>
        _ = (ArticleJson.Strings(r.GetString(1)), ArticleJson.Strings(r.GetString(2)), ArticleJson.Captions(r.GetString(3)), ArticleJson.Metadata(r.GetString(4)), ArticleJson.Strings(r.GetString(5)), ArticleJson.Pictures(r.GetString(6)));

    private static bool IsReadable(DbDataReader row, Action<DbDataReader> read)
    {
        try
        {
            read(row);
            return true;
        }
        catch (Exception error) when (Damage.Is(error) || error is InvalidOperationException or IndexOutOfRangeException)
        {
            return false;
        }
    }

    /// <summary>Articles whose title and text are not those of their hash: no engine sees a byte that has changed within a text.</summary>
    private static IEnumerable<StoreProblem> BadTexts(SqlSession session) =>
        session.Rows(
            "SELECT id, title, body, text_hash FROM article",
            r => PreparedArticle.HashOf(r.GetString(1), r.GetString(2)).AsSpan().SequenceEqual(r.GetFieldValue<byte[]>(3)) ? 0 : r.GetInt64(0))
            .Where(id => id != 0).Take(MaxPerCheck).Select(id => new StoreProblem("text is what was stored", $"article {id}: other text than its hash says"));

    /// <summary>Bodies that do not unpack to the bytes of their hash.</summary>
    private static IEnumerable<StoreProblem> BadBodies(SqlSession session)
    {
        foreach (var id in session.Rows("SELECT id FROM blob", r => r.GetInt64(0)))
        {
            var problem = Problem(session, id);
            if (problem is not null)
            {
                yield return new StoreProblem("body is what was fetched", $"body {id}: {problem}");
            }
        }
    }

    private static string? Problem(SqlSession session, long id)
    {
        try
        {
            var hash = session.Scalar<byte[]>("SELECT hash FROM blob WHERE id = $id", ("$id", id));
            return System.Security.Cryptography.SHA256.HashData(PageRows.Body(session, id)).AsSpan().SequenceEqual(hash) ? null : "other bytes than its hash says";
        }
        catch (Exception error) when (Damage.Is(error))
        {
            return error.Message;
        }
    }
}
