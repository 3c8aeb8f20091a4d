using Scraper.Fetching;

namespace Scraper.Storage;

/// <summary>
/// An open store: articles, the archive of fetched pages, and what crawling has to remember, behind one file or server.
/// Safe for concurrent use. Every failure of the engine below is a <see cref="StoreException"/>.
/// </summary>
public interface IStore : IAsyncDisposable
{
    /// <summary>Where it is, for people: a path, or a connection string without secrets.</summary>
    string Location { get; }

    /// <summary>What opening it did to tables of an older version; <see langword="null"/> where they were today's.</summary>
    StoreMigration? Migration { get; }

    /// <summary>The articles and their revisions.</summary>
    IArticleStore Articles { get; }

    /// <summary>Runs of sites and the state of every URL met.</summary>
    ICrawlStore Crawl { get; }

    /// <summary>How well the site rules fit, and which rule files are refused.</summary>
    IRuleStore Rules { get; }

    /// <summary>Pages as they were fetched.</summary>
    IPageArchive Archive { get; }

    /// <summary>What is known of each site beyond its articles, and the alarms.</summary>
    ISiteMemoryStore Memory { get; }

    /// <summary>Politeness, robots.txt and validators of sources.</summary>
    IFetchStateStore Fetching { get; }

    /// <summary>The daemons that share the store.</summary>
    INodeStore Nodes { get; }

    /// <summary>In whose turn a flow of calls writes.</summary>
    Fence Fence { get; }

    /// <summary>The clock that all who share the store go by: the machine's for a file, the server's for a server.</summary>
    TimeProvider Clock { get; }

    /// <summary>Backup, check and vacuum.</summary>
    IStoreCare Care { get; }
}
