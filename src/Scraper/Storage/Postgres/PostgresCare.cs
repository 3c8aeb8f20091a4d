using Npgsql;
using Scraper.Storage.Sql;

namespace Scraper.Storage.Postgres;

/// <summary>Check and vacuum of a PostgreSQL database.</summary>
internal sealed class PostgresCare(ISqlReaders readers, ISqlWriter writer, PostgresServer server) : IStoreCare
{
    /// <summary>PostgreSQL has a good tool for that, and a copy in a file of ours would be no PostgreSQL backup.</summary>
    public Task BackupAsync(string destination, CancellationToken cancellationToken) => throw new StoreException(
        StoreFault.Invalid, "A PostgreSQL store is backed up by PostgreSQL's own tools", server.Location, $"Run: pg_dump --format=custom --file={destination} {server.Location}");

    public Task<IReadOnlyList<StoreProblem>> CheckAsync(CancellationToken cancellationToken) =>
        readers.RunAsync(session => StoreCheck.Run(session, Own, PostgresFaults.IsDamage), cancellationToken);

    public Task VacuumAsync(CancellationToken cancellationToken) => Task.Run(
        () => server.Insist(
            () =>
            {
                // Not in a transaction, and as long as it takes. FULL would lock readers out.
                using var connection = server.Open();
                using var command = new NpgsqlCommand("VACUUM (ANALYZE)", connection) { CommandTimeout = 0 };
                using var interrupt = cancellationToken.Register(command.Cancel);
                return command.ExecuteNonQuery();
            },
            cancellationToken),
        cancellationToken);

    public Task ProbeAsync(CancellationToken cancellationToken) => writer.RunAsync(_ => true, cancellationToken);

    public Task<StoreFigures> FiguresAsync(CancellationToken cancellationToken) => readers.RunAsync(
        session => FigureRows.Read(
            session, PostgresMigration.Current, $"PostgreSQL {session.Scalar<string>("SHOW server_version")}",
            session.Scalar<long>("SELECT CAST(SUM(pg_total_relation_size(oid)) AS bigint) FROM pg_class WHERE relkind = 'r' AND relnamespace = (SELECT relnamespace FROM pg_class WHERE oid = CAST('store_version' AS regclass))")),
        cancellationToken);

    private static List<StoreProblem> Own(SqlSession session) =>
    [
        .. StoreCheck.Rows(session, "article has its words", "SELECT 'article ' || id FROM article WHERE id NOT IN (SELECT article_id FROM article_words)"),
        .. StoreCheck.Rows(session, "change numbers go on", "SELECT 'counter at ' || last FROM change_counter WHERE last < (SELECT MAX(seq) FROM change)"),
    ];
}
