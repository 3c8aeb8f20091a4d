using Scraper.Fetching;
using Scraper.Storage;
using Scraper.Telemetry;
using Scraper.Watching;
using Scraper.Web;

namespace Scraper.Hosting;

/// <summary>All settings of this installation: appsettings.json, environment and flags put together. README.md beside this file lists every key.</summary>
public sealed record ScraperOptions
{
    /// <summary>What keeps articles and state.</summary>
    public StorageEngine Storage { get; init; } = StorageEngine.Sqlite;

    /// <summary>Path of the SQLite database, from the working directory.</summary>
    public string Store { get; init; } = "scraper.db";

    /// <summary>Npgsql's connection string, where PostgreSQL keeps them.</summary>
    [Secret]
    public string Connection { get; init; } = string.Empty;

    /// <summary>The store that is meant by all that.</summary>
    public StoreAddress Address => new(Storage, Storage == StorageEngine.Postgres ? Connection : Store);

    /// <summary>Folders with site rules of one's own, from the working directory; a rule there takes the place of the shipped one of its name.</summary>
    public IReadOnlyList<string> Sites { get; init; } = [];

    /// <summary>Name of this daemon among those that share a store; empty for the machine's name.</summary>
    public string Node { get; init; } = string.Empty;

    /// <summary>How long fetched pages are kept.</summary>
    public ArchiveOptions Archive { get; init; } = new();

    /// <summary>How pages are asked for.</summary>
    public FetchOptions Fetching { get; init; } = new();

    /// <summary>How much happens at a time.</summary>
    public ConcurrencyOptions Concurrency { get; init; } = new();

    /// <summary>Workbench, API and feeds.</summary>
    public WebOptions Web { get; init; } = new();

    /// <summary>Where figures are sent.</summary>
    public TelemetryOptions Telemetry { get; init; } = new();

    /// <summary>Who is told when a site changes.</summary>
    public AlarmOptions Alarms { get; init; } = new();

    /// <summary>What is said on standard error.</summary>
    public LogOptions Log { get; init; } = new();
}
