using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Scraper.Core.Labelling;
using Scraper.Hosting;
using Scraper.Storage;
using Scraper.Warc;

namespace Scraper.Cli;

/// <summary><c>scraper import</c>: the pages of WARC files.</summary>
internal static class ImportCommand
{
    private const int BrokenShown = 20;
    private static readonly TimeSpan ProgressEvery = TimeSpan.FromSeconds(2);

    public static Command Create()
    {
        var files = new Argument<string[]>("FILE") { Description = "WARC files, plain or gzipped.", Arity = ArgumentArity.OneOrMore };
        var sites = new Option<string[]>("--site") { Description = "Only pages of this site: a rule's name, or a host without a rule; may be given several times.", HelpName = "NAME", AllowMultipleArgumentsPerToken = false };
        var json = new Option<bool>("--json") { Description = "One JSON object a file, for machines." };
        var command = new Command(
            "import",
            """
            Read the pages of WARC 1.0 and 1.1 files as if they had been fetched when they were captured. Nothing is fetched;
            works while the daemon runs. A capture older than what is stored of its article changes nothing; a worse one never
            replaces a better one. Records that are no responses are counted; broken ones are skipped and named with their
            offset. Importing a file again changes nothing.

            Examples:
              scraper import CC-NEWS-20260301.warc.gz
              scraper import crawl.warc --site example --json
            Exit codes: 0 all good, 1 some records are broken, 2 usage.
            """)
        {
            files, sites, json, SettingsOptions.Sites(), SettingsOptions.Store(), SettingsOptions.Config(), SettingsOptions.Log(),
        };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var settings = SettingsOptions.Read(parsed);
            var paths = parsed.GetRequiredValue(files);
            if (paths.FirstOrDefault(p => !File.Exists(p)) is { } missing)
            {
                throw new CliException($"{missing}: no such file");
            }

            if (paths.FirstOrDefault(p => !IsSeekable(p)) is { } stream)
            {
                throw new CliException($"{stream}: a WARC file must be a file, not a pipe or a terminal; save it first");
            }

            await using var store = await StoreOpening.OpenAsync(settings.Address, StoreAccess.Write, cancellationToken);
            using var host = ScraperHost.Create(settings, store).Build();
            var import = new WarcImport(host.Services.GetRequiredService<Pipeline>(), host.Services.GetRequiredService<SiteCatalogue>().Rules, store, new WarcLimits { BodyBytes = settings.Fetching.MaxBodyBytes }, TimeProvider.System);
            var only = (parsed.GetValue(sites) ?? []).ToHashSet(StringComparer.OrdinalIgnoreCase);
            var broken = 0;
            foreach (var path in paths)
            {
                var report = new WarcImportReport();
                await using var file = File.OpenRead(path);
                await WatchedAsync(path, file.Length, report, import.RunAsync(file, only, report, cancellationToken));
                Print(path, report, parsed.GetValue(json));
                broken += report.Broken;
            }

            return broken == 0 ? ExitCode.Ok : ExitCode.SomeFailed;
        });
        return command;
    }

    private static bool IsSeekable(string path)
    {
        using var file = File.OpenRead(path);
        return file.CanSeek;
    }

    private static async Task WatchedAsync(string path, long length, WarcImportReport report, Task work)
    {
        while (await Task.WhenAny(work, Task.Delay(ProgressEvery)) != work)
        {
            await Console.Error.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture, $"{path}: {100.0 * report.Bytes / Math.Max(length, 1):0} %, {report.Records:N0} records"));
        }

        await work;
    }

    private static void Print(string path, WarcImportReport report, bool json)
    {
        if (json)
        {
            Console.Out.WriteLine(JsonSerializer.Serialize(
                new
                {
                    file = path,
                    records = report.Records,
                    types = report.Types,
                    outcomes = report.Outcomes.ToDictionary(o => Names.Of(o.Key), o => o.Value),
                    skipped = report.Skipped,
                    broken = report.Broken,
                    broken_records = report.BrokenRecords.Select(b => new { offset = b.Offset, reason = b.Reason }),
                    bad_digests = report.BadDigests,
                    bad_digest_offsets = report.BadDigestOffsets,
                },
                SitesJson.Options));
            return;
        }

        Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{path}: {report.Records:N0} records: {List(report.Types)}"));
        Console.Out.WriteLine($"  pages: {List(report.Outcomes.ToDictionary(o => Names.Of(o.Key), o => o.Value))}");
        if (report.Skipped.Count > 0)
        {
            Console.Out.WriteLine($"  left out: {List(report.Skipped)}");
        }

        foreach (var broken in report.BrokenRecords.Take(BrokenShown))
        {
            Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"scraper: {path}: offset {broken.Offset}: skipped: {TerminalText.OneLine(broken.Reason)}"));
        }

        if (report.Broken > BrokenShown)
        {
            Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"scraper: {path}: {report.Broken - BrokenShown:N0} more broken records; --json names them"));
        }

        foreach (var offset in report.BadDigestOffsets.Take(BrokenShown))
        {
            Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"scraper: {path}: offset {offset}: its payload is not what its digest says; imported all the same"));
        }
    }

    private static string List(IReadOnlyDictionary<string, int> counts) =>
        counts.Count == 0 ? "none" : string.Join(", ", counts.Select(c => string.Create(CultureInfo.InvariantCulture, $"{c.Value:N0} {TerminalText.OneLine(c.Key)}")));
}
