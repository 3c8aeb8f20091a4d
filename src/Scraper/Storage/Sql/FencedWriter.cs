namespace Scraper.Storage.Sql;

/// <summary>Refuses writes of a visit whose turn is over, in the write's own transaction.</summary>
internal sealed class FencedWriter(ISqlWriter writer, Fence fence, string path) : ISqlWriter
{
    public Task<T> RunAsync<T>(Func<SqlSession, T> write, CancellationToken cancellationToken)
    {
        if (fence.Current is not { } turn)
        {
            return writer.RunAsync(write, cancellationToken);
        }

        return writer.RunAsync(
            session =>
            {
                Check(session, turn);
                return write(session);
            },
            cancellationToken);
    }

    public ValueTask DisposeAsync() => writer.DisposeAsync();

    private void Check(SqlSession session, SiteTurn turn)
    {
        var (holder, number) = session.Rows($"SELECT held_by, turn FROM site WHERE name = $site{session.ForShare}", r => (ArticleRow.Text(r, 0), r.GetInt64(1)), ("$site", turn.Site)).FirstOrDefault();
        if (number != turn.Number)
        {
            throw TurnOver.Refusal(turn, number, holder, path);
        }
    }
}
