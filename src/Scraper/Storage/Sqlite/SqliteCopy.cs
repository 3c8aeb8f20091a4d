using Scraper.Storage.Sql;

namespace Scraper.Storage.Sqlite;

/// <summary>Copies a store into another file, which is there when it is whole and not before.</summary>
internal static class SqliteCopy
{
    /// <summary>Makes the copy.</summary>
    /// <param name="session">Of the store, which others may read and write meanwhile.</param>
    /// <param name="target">Full path of the copy; must not exist.</param>
    /// <exception cref="StoreException">It cannot be written.</exception>
    /// <returns>The copy's size in bytes.</returns>
    public static long Write(SqlSession session, string target)
    {
        var half = $"{target}.{Guid.NewGuid():N}.part";
        try
        {
            // VACUUM INTO reads one snapshot, the log included: consistent, compact, and neither blocks the writer nor restarts when it writes.
            session.Execute("VACUUM INTO $path", ("$path", half));
            using (var copy = new FileStream(half, FileMode.Open, FileAccess.ReadWrite))
            {
                copy.Flush(flushToDisk: true);
            }

            File.Move(half, target);
            return new FileInfo(target).Length;
        }
        catch (Exception error)
        {
            File.Delete(half);
            throw error is UnauthorizedAccessException or IOException
                ? new StoreException(StoreFault.Forbidden, "The copy cannot be written", target, "Check the folder and its free space; the store itself is untouched", error)
                : error;
        }
    }
}
