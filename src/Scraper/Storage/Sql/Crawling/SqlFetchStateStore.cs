using Scraper.Core.Labelling;
using Scraper.Fetching;

namespace Scraper.Storage.Sql;

/// <summary>Politeness, robots.txt and validators of sources.</summary>
internal sealed class SqlFetchStateStore(ISqlReaders readers, ISqlWriter writer) : IFetchStateStore
{
    public Task<HostState?> ReadHostAsync(string host, CancellationToken cancellationToken) => readers.RunAsync(
        session => session.Rows("SELECT host, next_allowed_at, failures FROM host WHERE host = $host", r => new HostState(r.GetString(0), Moment.Read(r.GetString(1)), r.GetInt32(2)), ("$host", host)).FirstOrDefault(),
        cancellationToken);

    public Task WriteHostAsync(HostState state, CancellationToken cancellationToken) => writer.RunAsync(
        session => session.Execute(
            "INSERT INTO host (host, next_allowed_at, failures) VALUES ($host, $at, $failures) ON CONFLICT (host) DO UPDATE SET next_allowed_at = $at, failures = $failures",
            ("$host", state.Host), ("$at", Moment.Text(state.NextAllowedAt)), ("$failures", state.Failures)),
        cancellationToken);

    public Task<bool> ClaimHostAsync(HostState? known, HostState state, CancellationToken cancellationToken) => writer.RunAsync(
        session => (known is null
            ? session.Execute(
                "INSERT INTO host (host, next_allowed_at, failures) VALUES ($host, $at, $failures) ON CONFLICT (host) DO NOTHING",
                ("$host", state.Host), ("$at", Moment.Text(state.NextAllowedAt)), ("$failures", state.Failures))
            : session.Execute(
                "UPDATE host SET next_allowed_at = $at, failures = $failures WHERE host = $host AND next_allowed_at = $known",
                ("$host", state.Host), ("$at", Moment.Text(state.NextAllowedAt)), ("$failures", state.Failures), ("$known", Moment.Text(known.NextAllowedAt)))) > 0,
        cancellationToken);

    public Task<RobotsRecord?> ReadRobotsAsync(string origin, CancellationToken cancellationToken) => readers.RunAsync(
        session => session.Rows(
            "SELECT origin, state, text, checked_at, expires_at, etag, last_modified, detail FROM robots WHERE origin = $origin",
            r => new RobotsRecord(
                r.GetString(0),
                Names.TryParse<RobotsState>(r.GetString(1), out var state) ? state : RobotsState.Unreachable,
                ArticleRow.Text(r, 2), Moment.Read(r.GetString(3)), Moment.Read(r.GetString(4)),
                new Validators(ArticleRow.Text(r, 5), ArticleRow.Text(r, 6)), ArticleRow.Text(r, 7), FailureOf(r.GetString(1))),
            ("$origin", origin)).FirstOrDefault(),
        cancellationToken);

    public Task WriteRobotsAsync(RobotsRecord record, CancellationToken cancellationToken) => writer.RunAsync(
        session => session.Execute(
            """
            INSERT INTO robots (origin, state, text, checked_at, expires_at, etag, last_modified, detail)
            VALUES ($origin, $state, $text, $checked, $expires, $etag, $modified, $detail)
            ON CONFLICT (origin) DO UPDATE SET
                state = $state, text = $text, checked_at = $checked, expires_at = $expires, etag = $etag, last_modified = $modified, detail = $detail
            """,
            ("$origin", record.Origin), ("$state", StateOf(record)), ("$text", record.Text), ("$checked", Moment.Text(record.CheckedAt)),
            ("$expires", Moment.Text(record.ExpiresAt)), ("$etag", record.Validators.ETag), ("$modified", record.Validators.LastModified), ("$detail", record.Detail)),
        cancellationToken);

    public Task<Validators?> ReadValidatorsAsync(Uri url, CancellationToken cancellationToken) => readers.RunAsync(
        session => session.Rows("SELECT etag, last_modified FROM source WHERE url = $url", r => new Validators(ArticleRow.Text(r, 0), ArticleRow.Text(r, 1)), ("$url", url.AbsoluteUri)).FirstOrDefault(),
        cancellationToken);

    public Task WriteValidatorsAsync(Uri url, Validators validators, CancellationToken cancellationToken) => writer.RunAsync(
        session => validators.IsEmpty
            ? session.Execute("DELETE FROM source WHERE url = $url", ("$url", url.AbsoluteUri))
            : session.Execute(
                $"INSERT INTO source (url, etag, last_modified) VALUES ($url, $etag, $modified) ON CONFLICT ({session.UrlKey}) DO UPDATE SET etag = $etag, last_modified = $modified",
                ("$url", url.AbsoluteUri), ("$etag", validators.ETag), ("$modified", validators.LastModified)),
        cancellationToken);

    // "unreachable dns": one word more in a column that has the room, read as "unreachable" by those that do not know it.
    private static string StateOf(RobotsRecord record) => record.Failure is { } failure ? $"{Names.Of(record.State)} {Names.Of(failure)}" : Names.Of(record.State);

    private static FailureKind? FailureOf(string state) => Names.TryParse<FailureKind>(state[(state.IndexOf(' ', StringComparison.Ordinal) + 1)..], out var failure) ? failure : null;
}
