using System.CommandLine;
using Scraper.Storage;

namespace Scraper.Cli;

/// <summary>Opens the store that a command line and the settings name.</summary>
internal static class StoreOpening
{
    public static Task<IStore> OpenAsync(ParseResult parsed, StoreAccess access, CancellationToken cancellationToken) =>
        OpenAsync(SettingsOptions.Read(parsed).Address, access, cancellationToken);

    /// <summary>The same by its address. That its tables were brought up to date is told on standard error.</summary>
    public static async Task<IStore> OpenAsync(StoreAddress address, StoreAccess access, CancellationToken cancellationToken)
    {
        var store = await address.OpenAsync(access, cancellationToken);
        if (store.Migration is { } migration)
        {
            await Console.Error.WriteLineAsync($"scraper: {store.Location}: {migration}");
        }

        return store;
    }
}
