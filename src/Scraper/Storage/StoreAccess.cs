namespace Scraper.Storage;

/// <summary>What a store is opened for.</summary>
public enum StoreAccess
{
    /// <summary>Reading; any number at a time, beside a daemon.</summary>
    Read,

    /// <summary>Single writes beside a daemon, such as <c>scraper fetch</c>.</summary>
    Write,

    /// <summary>A daemon: one a store.</summary>
    Daemon,
}
