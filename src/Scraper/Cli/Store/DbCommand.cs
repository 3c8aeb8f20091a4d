using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Scraper.Storage;

namespace Scraper.Cli;

/// <summary><c>scraper db</c>: care of the store.</summary>
internal static class DbCommand
{
    public static Command Create() => new(
        "db",
        """
        Back up, check, prune, shrink and migrate the store; move it to PostgreSQL.

        Examples:
          scraper db backup /backups/scraper.db     while the daemon runs
          scraper db check
          scraper db prune --max-days 90
          scraper db vacuum
          scraper db migrate
          scraper db copy --from sqlite:scraper.db --to postgres
        """)
    {
        Backup(), Check(), DbPruneCommand.Create(), Vacuum(), Migrate(), DbCopyCommand.Create(),
    };

    private static Command Backup()
    {
        var path = new Argument<string>("PATH") { Description = "The copy; must not exist." };
        var command = new Command("backup", "Copy the store, whole and consistent, while others read and write.\n\nExample:\n  scraper db backup backup.db") { path, SettingsOptions.Store(), SettingsOptions.Config() };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var store = await StoreOpening.OpenAsync(parsed, StoreAccess.Read, cancellationToken);
            var copy = Path.GetFullPath(parsed.GetRequiredValue(path));
            await store.Care.BackupAsync(copy, cancellationToken);
            await Console.Error.WriteLineAsync($"scraper: {copy}: {new FileInfo(copy).Length.ToString("N0", CultureInfo.InvariantCulture)} bytes");
            return ExitCode.Ok;
        });
        return command;
    }

    private static Command Check()
    {
        var json = new Option<bool>("--json") { Description = "One JSON object, for machines." };
        var command = new Command("check", "Check the file's integrity and that every article has its page, blocks, revisions and changes. Exit code 1 where something is wrong.\n\nExample:\n  scraper db check --json") { json, SettingsOptions.Store(), SettingsOptions.Config() };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var (location, problems) = await CheckAsync(parsed, cancellationToken);
            if (parsed.GetValue(json))
            {
                Console.Out.WriteLine(JsonSerializer.Serialize(new { store = location, ok = problems.Count == 0, problems }, JsonSerializerOptions.Web));
            }
            else
            {
                foreach (var problem in problems)
                {
                    Console.Out.WriteLine($"{problem.Check}: {problem.Detail}");
                }

                Console.Out.WriteLine(problems.Count == 0 ? $"ok  {location}" : $"{problems.Count} problems  {location}: keep a copy, then restore the last backup or export what can be read");
            }

            return problems.Count == 0 ? ExitCode.Ok : ExitCode.SomeFailed;
        });
        return command;
    }

    private static async Task<(string Location, IReadOnlyList<StoreProblem> Problems)> CheckAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        try
        {
            await using var store = await StoreOpening.OpenAsync(parsed, StoreAccess.Read, cancellationToken);
            return (store.Location, await store.Care.CheckAsync(cancellationToken));
        }
        catch (StoreException damaged) when (damaged.Fault is StoreFault.Corrupt or StoreFault.Foreign or StoreFault.Engine)
        {
            // What keeps it from being opened is what was asked for.
            return (damaged.Location, [new StoreProblem("store can be opened", damaged.InnerException?.Message ?? damaged.Message)]);
        }
    }

    private static Command Vacuum()
    {
        var command = new Command("vacuum", "Give unused space back to the file system; needs as much free space as the store takes.\n\nExample:\n  scraper db vacuum") { SettingsOptions.Store(), SettingsOptions.Config() };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var address = SettingsOptions.Read(parsed).Address;
            address.EnsureExists();
            await using var store = await StoreOpening.OpenAsync(address, StoreAccess.Write, cancellationToken);
            var before = (await store.Care.FiguresAsync(cancellationToken)).Bytes;
            await store.Care.VacuumAsync(cancellationToken);
            var after = (await store.Care.FiguresAsync(cancellationToken)).Bytes;
            await Console.Error.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"scraper: {address}: {before:N0} bytes before, {after:N0} after"));
            return ExitCode.Ok;
        });
        return command;
    }

    private static Command Migrate()
    {
        var command = new Command("migrate", "Bring the store's tables to this version; a copy of the old file is kept beside it (of PostgreSQL make one by pg_dump first).\n\nExample:\n  scraper db migrate") { SettingsOptions.Store(), SettingsOptions.Config() };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var address = SettingsOptions.Read(parsed).Address;
            var done = await address.MigrateAsync(cancellationToken);
            await Console.Error.WriteLineAsync(done.Before == done.After
                ? $"scraper: {address}: has schema {done.Before} already"
                : $"scraper: {address}: {done}");
            return ExitCode.Ok;
        });
        return command;
    }
}
