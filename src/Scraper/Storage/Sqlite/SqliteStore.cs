using Scraper.Fetching;

namespace Scraper.Storage.Sqlite;

/// <summary>A store in a SQLite file: WAL, one writing connection, readers that are never blocked.</summary>
public sealed class SqliteStore : IStore
{
    private readonly SqliteReaders _readers;
    private readonly ISqlWriter _writer;
    private readonly FileStream? _lock;

    private SqliteStore(SqliteFile file, ISqlWriter writer, FileStream? daemonLock)
    {
        _readers = new SqliteReaders(file);
        _writer = writer;
        _lock = daemonLock;
        Location = file.Path;
        Articles = new SqliteArticleStore(_readers, writer, file);
        Crawl = new SqliteCrawlStore(_readers, writer);
        Rules = new SqliteRuleStore(_readers, writer);
        Archive = new SqlitePageArchive(_readers, writer);
        Memory = new SqliteSiteMemoryStore(_readers, writer);
        Fetching = new SqliteFetchStateStore(_readers, writer);
        Care = new SqliteCare(_readers, writer, file);
    }

    /// <inheritdoc/>
    public string Location { get; }

    /// <inheritdoc/>
    public IArticleStore Articles { get; }

    /// <inheritdoc/>
    public ICrawlStore Crawl { get; }

    /// <inheritdoc/>
    public IRuleStore Rules { get; }

    /// <inheritdoc/>
    public IPageArchive Archive { get; }

    /// <inheritdoc/>
    public ISiteMemoryStore Memory { get; }

    /// <inheritdoc/>
    public IFetchStateStore Fetching { get; }

    /// <inheritdoc/>
    public IStoreCare Care { get; }

    /// <summary>Opens a store.</summary>
    /// <param name="path">Path of its file; made, with its tables, when it is opened for writing and is not there.</param>
    /// <param name="access">What for.</param>
    /// <param name="cancellationToken">Ends the opening.</param>
    /// <exception cref="StoreException">The file is missing, foreign, newer, damaged, read-only, or held by another daemon.</exception>
    public static Task<SqliteStore> OpenAsync(string path, StoreAccess access, CancellationToken cancellationToken) =>
        Task.Run(() => Open(new SqliteFile(Path.GetFullPath(path)), access), cancellationToken);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        // The writer last: who closes last brings the log into the file, and a reader may not.
        _readers.Dispose();
        await _writer.DisposeAsync();
        _lock?.Dispose();
    }

    private static SqliteStore Open(SqliteFile file, StoreAccess access)
    {
        if (access == StoreAccess.Read)
        {
            file.OpenReader().Dispose();
            return new SqliteStore(file, new NoWriter(file), null);
        }

        var held = access == StoreAccess.Daemon ? DaemonLock.Take(file.Path) : null;
        try
        {
            return new SqliteStore(file, new SqliteWriter(file, file.OpenWriter()), held);
        }
        catch
        {
            held?.Dispose();
            throw;
        }
    }
}
