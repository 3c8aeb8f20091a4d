using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Scraper.Storage;

namespace Scraper.Cli;

/// <summary><c>scraper db prune</c>: forgets archived pages.</summary>
internal static class DbPruneCommand
{
    public static Command Create()
    {
        var site = new Option<string?>("--site") { Description = "Only this site.", HelpName = "NAME" };
        var days = new Option<int?>("--max-days") { Description = "Days that a fetched page is kept; by default Archive:MaxDays.", HelpName = "DAYS" };
        var megabytes = new Option<int?>("--max-megabytes") { Description = "Megabytes that the pages of one site may take; by default Archive:MaxMegabytes.", HelpName = "MB" };
        var trial = new Option<bool>("--dry-run") { Description = "Only count what would go." };
        var json = new Option<bool>("--json") { Description = "One JSON object, for machines." };
        var command = new Command(
            "prune",
            """
            Forget fetched pages that are too old or take too much room, as the daemon does every hour by the section Archive of
            the settings. Articles and their revisions stay; pages that are gone cannot be read again by 'scraper reextract'. Of
            a site that takes too much room superseded pages go first, then the oldest. The file stays as large as it
            is and uses the space again; 'scraper db vacuum' gives it back.

            Examples:
              scraper db prune --max-days 90 --dry-run
              scraper db prune --site example --max-megabytes 500
            """)
        {
            site, days, megabytes, trial, json, SettingsOptions.Store(), SettingsOptions.Config(),
        };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var settings = SettingsOptions.Read(parsed);
            var limits = settings.Archive with
            {
                MaxDays = parsed.GetValue(days) ?? settings.Archive.MaxDays,
                MaxMegabytes = parsed.GetValue(megabytes) ?? settings.Archive.MaxMegabytes,
            };
            if (limits.Problems().FirstOrDefault() is { } problem)
            {
                throw new CliException(problem);
            }

            var retention = limits.Retention(parsed.GetValue(site))
                ?? throw new CliException("nothing says what may go: give --max-days or --max-megabytes, or set Archive:MaxDays or Archive:MaxMegabytes");
            settings.Address.EnsureExists();
            await using var store = await StoreOpening.OpenAsync(settings.Address, parsed.GetValue(trial) ? StoreAccess.Read : StoreAccess.Write, cancellationToken);
            await StoredSite.RequireAsync(store, retention.Site, cancellationToken);
            var pruned = await store.Archive.PruneAsync(retention, store.Clock.GetUtcNow(), parsed.GetValue(trial), cancellationToken);
            Console.Out.WriteLine(parsed.GetValue(json)
                ? JsonSerializer.Serialize(new { store = store.Location, pages = pruned.Pages, bytes = pruned.Bytes, dryRun = parsed.GetValue(trial) }, JsonSerializerOptions.Web)
                : string.Create(CultureInfo.InvariantCulture, $"{pruned.Pages:N0} pages, {pruned.Bytes:N0} bytes {(parsed.GetValue(trial) ? "would go" : "are gone")}"));
            return ExitCode.Ok;
        });
        return command;
    }
}
