using Scraper.Storage;

namespace Scraper.Cli;

/// <summary>Opens the store that a command was given.</summary>
internal static class StoreFile
{
    public static Task<IStore> OpenAsync(string path, CancellationToken cancellationToken) => throw new NotImplementedException(path);
}
