using Scraper.Fetching;

namespace Scraper.Storage.Sql;

/// <summary>A store behind an engine that speaks SQL.</summary>
internal sealed class SqlStore : IStore
{
    private readonly ISqlReaders _readers;
    private readonly ISqlWriter _writer;
    private readonly WorkerThreads _packers = new(Environment.ProcessorCount, "page packer");
    private readonly IDisposable? _held;

    /// <param name="location">Where it is, without secrets.</param>
    /// <param name="readers">Where reads go.</param>
    /// <param name="writer">Where writes go.</param>
    /// <param name="care">What the engine does for a store.</param>
    /// <param name="clock">The clock that all who share it go by.</param>
    /// <param name="held">What is freed last.</param>
    public SqlStore(string location, ISqlReaders readers, ISqlWriter writer, IStoreCare care, TimeProvider clock, IDisposable? held)
    {
        writer = new FencedWriter(writer, Fence, location);
        _readers = readers;
        _writer = writer;
        _held = held;
        Location = location;
        var bases = new PageBases();
        Articles = new SqlArticleStore(readers, writer, bases, _packers, location);
        Crawl = new SqlCrawlStore(readers, writer, bases, _packers);
        Rules = new SqlRuleStore(readers, writer);
        Archive = new SqlPageArchive(readers, writer);
        Memory = new SqlSiteMemoryStore(readers, writer);
        Fetching = new SqlFetchStateStore(readers, writer);
        Nodes = new SqlNodeStore(readers, writer, clock);
        Clock = clock;
        Care = care;
    }

    /// <inheritdoc/>
    public string Location { get; }

    /// <inheritdoc/>
    public StoreMigration? Migration { get; init; }

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
    public INodeStore Nodes { get; }

    /// <inheritdoc/>
    public Fence Fence { get; } = new();

    /// <inheritdoc/>
    public TimeProvider Clock { get; }

    /// <inheritdoc/>
    public IStoreCare Care { get; }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        // The writer last: who closes last brings SQLite's log into the file, and a reader may not.
        _readers.Dispose();
        await _writer.DisposeAsync();
        _packers.Dispose();
        _held?.Dispose();
    }
}
