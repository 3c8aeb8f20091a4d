namespace Scraper.Storage.Sql;

/// <summary>The daemons that share a store.</summary>
internal sealed class SqlNodeStore(ISqlReaders readers, ISqlWriter writer, TimeProvider clock) : INodeStore
{
    /// <summary>How long a node that ended in whatever way is still shown.</summary>
    private static readonly TimeSpan Forgotten = TimeSpan.FromDays(1);

    /// <summary>A node that was heard of further ahead than this is one of a clock that was wrong: it would be taken for alive until then.</summary>
    private static readonly TimeSpan Impossible = TimeSpan.FromMinutes(10);

    public async Task BeatAsync(NodeState node, CancellationToken cancellationToken)
    {
        if (clock is ServerClock server)
        {
            await server.AskAsync(times: 1, cancellationToken);
        }

        await writer.RunAsync(session => Write(session, node), cancellationToken);
    }

    public Task LeaveAsync(string id, CancellationToken cancellationToken) =>
        writer.RunAsync(session => session.Execute("DELETE FROM node WHERE id = $id", ("$id", id)), cancellationToken);

    public Task<IReadOnlyList<NodeState>> ListAsync(CancellationToken cancellationToken) => readers.RunAsync<IReadOnlyList<NodeState>>(
        session =>
        {
            var now = clock.GetUtcNow();
            var visits = session.Rows("SELECT held_by, name FROM site WHERE held_by IS NOT NULL ORDER BY name", r => (Node: r.GetString(0), Site: r.GetString(1)))
                .ToLookup(v => v.Node, v => v.Site);
            return session.Rows(
                "SELECT id, name, version, started_at, seen_at, clock_offset_ms, sites, refusals, last_refusal FROM node ORDER BY name, started_at",
                r => new NodeState
                {
                    Id = r.GetString(0),
                    Name = r.GetString(1),
                    Version = r.GetString(2),
                    StartedAt = Moment.Read(r.GetString(3)),
                    SeenAt = Moment.Read(r.GetString(4)),
                    ClockOffset = TimeSpan.FromMilliseconds(r.GetInt64(5)),
                    Sites = r.GetString(6),
                    Refusals = r.GetInt64(7),
                    LastRefusal = ArticleRow.Text(r, 8),
                    IsAlive = Moment.Read(r.GetString(4)) + SiteTurn.Lease > now,
                    Visiting = [.. visits[r.GetString(0)]],
                });
        },
        cancellationToken);

    private static int Write(SqlSession session, NodeState node)
    {
        session.Execute(
            "DELETE FROM node WHERE seen_at < $forgotten OR seen_at > $impossible",
            ("$forgotten", Moment.Text(node.SeenAt - Forgotten)), ("$impossible", Moment.Text(node.SeenAt + Impossible)));
        return session.Execute(
            """
            INSERT INTO node (id, name, version, started_at, seen_at, clock_offset_ms, sites, refusals, last_refusal)
            VALUES ($id, $name, $version, $started, $seen, $offset, $sites, $refusals, $last)
            ON CONFLICT (id) DO UPDATE SET seen_at = $seen, clock_offset_ms = $offset, sites = $sites, refusals = $refusals, last_refusal = $last
            """,
            ("$id", node.Id), ("$name", node.Name), ("$version", node.Version), ("$started", Moment.Text(node.StartedAt)), ("$seen", Moment.Text(node.SeenAt)),
            ("$offset", (long)node.ClockOffset.TotalMilliseconds), ("$sites", node.Sites), ("$refusals", node.Refusals), ("$last", node.LastRefusal));
    }
}
