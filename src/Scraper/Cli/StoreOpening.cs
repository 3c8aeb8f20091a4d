using System.CommandLine;
using Scraper.Storage;

namespace Scraper.Cli;

/// <summary>Opens the store that a command line and the settings name.</summary>
internal static class StoreOpening
{
    public static Task<IStore> OpenAsync(ParseResult parsed, StoreAccess access, CancellationToken cancellationToken) =>
        SettingsOptions.Read(parsed).Address.OpenAsync(access, cancellationToken);
}
