using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Scraper.Hosting;
using Scraper.Storage;
using Scraper.Storage.Copying;

namespace Scraper.Cli;

/// <summary><c>scraper db copy</c>: moves a store to PostgreSQL.</summary>
internal static class DbCopyCommand
{
    private static readonly TimeSpan ReportEvery = TimeSpan.FromSeconds(2);

    public static Command Create()
    {
        var from = new Option<string>("--from") { Description = "The store to copy: sqlite, or sqlite:PATH.", HelpName = "STORE", DefaultValueFactory = _ => "sqlite" };
        var to = new Option<string>("--to") { Description = "Where: postgres (the Connection of the settings), or postgres:CONNECTION.", HelpName = "STORE", DefaultValueFactory = _ => "postgres" };
        var json = new Option<bool>("--json") { Description = "One JSON object, for machines." };
        var command = new Command(
            "copy",
            """
            Copy a whole store from a SQLite file into an empty PostgreSQL database, then compare every table and view, row by
            row. Stop the daemon first. A copy that was cut off goes on where it was: run the same again; until it is done,
            the database cannot be used. The file is only read.

            Examples:
              SCRAPER__Connection='Host=db.example;Database=scraper;Username=scraper' scraper db copy
              scraper db copy --from sqlite:scraper.db --to postgres:Host=/var/run/postgresql\;Database=scraper

            Exit codes: 0 all the same, 1 something differs (both stores are left as they are), 2 the database holds something else.
            """)
        {
            from, to, json, SettingsOptions.Config(),
        };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var settings = SettingsOptions.ReadAll(parsed).Options!;
            var (source, target) = (Address(parsed.GetRequiredValue(from), settings), Address(parsed.GetRequiredValue(to), settings));
            if (source.Engine != StorageEngine.Sqlite || target.Engine != StorageEngine.Postgres)
            {
                throw new CliException("copies go from sqlite to postgres; 'scraper db backup' copies a SQLite file, pg_dump a PostgreSQL database");
            }

            if (target.Target.Length == 0)
            {
                throw new CliException("--to postgres: the settings have no Connection");
            }

            var tables = await Task.Run(() => Run(source, target, cancellationToken), cancellationToken);
            Print(tables, source, target, parsed.GetValue(json));
            return tables.All(t => t.IsSame) ? ExitCode.Ok : ExitCode.SomeFailed;
        });
        return command;
    }

    private static StoreAddress Address(string text, ScraperOptions settings) => StoreAddress.Parse(text, settings.Store, settings.Connection)
        ?? throw new CliException($"{text.Split(':')[0]}: neither sqlite nor postgres");

    private static IReadOnlyList<CopiedTable> Run(StoreAddress source, StoreAddress target, CancellationToken cancellationToken)
    {
        source.EnsureExists();
        using var copy = new StoreCopy(source.Target, target.Target);
        var last = Stopwatch.StartNew();
        return copy.Run(
            progress =>
            {
                if (last.Elapsed > ReportEvery)
                {
                    Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"scraper: {progress.Doing} {progress.Table}: {progress.Rows:N0} rows"));
                    last.Restart();
                }
            },
            cancellationToken);
    }

    private static void Print(IReadOnlyList<CopiedTable> tables, StoreAddress source, StoreAddress target, bool asJson)
    {
        var same = tables.All(t => t.IsSame);
        if (asJson)
        {
            Console.Out.WriteLine(JsonSerializer.Serialize(new { from = source.ToString(), to = target.ToString(), same, tables }, JsonSerializerOptions.Web));
            return;
        }

        foreach (var table in tables)
        {
            Console.Out.WriteLine(table.IsSame
                ? string.Create(CultureInfo.InvariantCulture, $"{table.Name,-22} {table.Rows,12:N0} rows  {table.Hash[..16]}")
                : string.Create(CultureInfo.InvariantCulture, $"{table.Name,-22} {table.Rows,12:N0} rows  {table.Hash[..16]}  DIFFERS: {table.CopiedRows:N0} rows {table.CopiedHash[..16]}"));
        }

        Console.Out.WriteLine(same
            ? $"the same  {source}  {target}"
            : $"not the same  {source}  {target}: something wrote to one of them meanwhile; empty the database and copy again");
    }
}
