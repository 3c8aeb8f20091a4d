namespace Scraper.Storage.Sqlite;

/// <summary>Keeps a second daemon off a store: an exclusively opened file beside it, which the system frees however the process ends.</summary>
internal static class DaemonLock
{
    /// <summary>EROFS.</summary>
    private const int ReadOnlyFileSystem = 30;

    /// <summary>ERROR_WRITE_PROTECT, on Windows.</summary>
    private const int WriteProtected = unchecked((int)0x80070013);

    public static FileStream Take(string path)
    {
        var name = RealPath.Of(path) + ".lock";
        try
        {
            return new FileStream(name, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (Exception error) when (error is UnauthorizedAccessException or DirectoryNotFoundException or IOException { HResult: ReadOnlyFileSystem or WriteProtected })
        {
            throw new StoreException(StoreFault.Forbidden, "The store's folder is missing or cannot be written", name, "Make the folder, give this user write permission on it, or name another store with --store", error);
        }
        catch (IOException error)
        {
            throw new StoreException(StoreFault.Locked, "Another scraper daemon is using this store", name, "Stop it first, or give this one another store with --store", error);
        }
    }
}
