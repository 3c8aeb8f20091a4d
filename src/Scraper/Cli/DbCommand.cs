using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Scraper.Storage;
using Scraper.Storage.Sqlite;

namespace Scraper.Cli;

/// <summary><c>scraper db</c>: care of the store.</summary>
internal static class DbCommand
{
    public static Command Create() => new(
        "db",
        """
        Back up, check, shrink and migrate the store.

        Examples:
          scraper db backup /backups/scraper.db     while the daemon runs
          scraper db check
          scraper db vacuum
          scraper db migrate
        """)
    {
        Backup(), Check(), Vacuum(), Migrate(),
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
            await using var store = await StoreOpening.OpenAsync(parsed, StoreAccess.Read, cancellationToken);
            var problems = await store.Care.CheckAsync(cancellationToken);
            if (parsed.GetValue(json))
            {
                Console.Out.WriteLine(JsonSerializer.Serialize(new { store = store.Location, ok = problems.Count == 0, problems }, JsonSerializerOptions.Web));
            }
            else
            {
                foreach (var problem in problems)
                {
                    Console.Out.WriteLine($"{problem.Check}: {problem.Detail}");
                }

                Console.Out.WriteLine(problems.Count == 0 ? $"ok  {store.Location}" : $"{problems.Count} problems  {store.Location}: keep a copy, then restore the last backup or export what can be read");
            }

            return problems.Count == 0 ? ExitCode.Ok : ExitCode.SomeFailed;
        });
        return command;
    }

    private static Command Vacuum()
    {
        var command = new Command("vacuum", "Give unused space back to the file system; needs as much free space as the store takes.\n\nExample:\n  scraper db vacuum") { SettingsOptions.Store(), SettingsOptions.Config() };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var path = Existing(parsed);
            await using var store = await StoreOpening.OpenAsync(parsed, StoreAccess.Write, cancellationToken);
            var before = (await store.Care.FiguresAsync(cancellationToken)).Bytes;
            await store.Care.VacuumAsync(cancellationToken);
            var after = (await store.Care.FiguresAsync(cancellationToken)).Bytes;
            await Console.Error.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"scraper: {path}: {before:N0} bytes before, {after:N0} after"));
            return ExitCode.Ok;
        });
        return command;
    }

    private static Command Migrate()
    {
        var command = new Command("migrate", "Bring the store's tables to this version; a copy of the old file is kept beside it.\n\nExample:\n  scraper db migrate") { SettingsOptions.Store(), SettingsOptions.Config() };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var path = Existing(parsed);
            var (before, copy) = StoreMigration.Run(path);
            await Console.Error.WriteLineAsync(before == SchemaMigration.Current
                ? $"scraper: {path}: has schema {before} already"
                : $"scraper: {path}: schema {before} is now {SchemaMigration.Current}; the old file is {copy}");
            return ExitCode.Ok;
        });
        return command;
    }

    /// <summary>The store's path; a command of care never makes a new store.</summary>
    private static string Existing(ParseResult parsed)
    {
        var path = Path.GetFullPath(SettingsOptions.Read(parsed).Store);
        return File.Exists(path) ? path : throw new StoreException(StoreFault.Missing, "There is no store", path, "Name it with --store");
    }
}
