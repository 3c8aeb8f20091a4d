using System.CommandLine;
using System.Globalization;
using Scraper.Core;
using Scraper.Storage;
using Scraper.Warc;

namespace Scraper.Cli;

/// <summary><c>scraper export</c>: the archived pages as a WARC file.</summary>
internal static class ExportCommand
{
    public static Command Create()
    {
        var warc = new Option<string>("--warc") { Description = "The file to write, or - for standard output; each record is a gzip member of its own.", HelpName = "FILE", Required = true };
        var site = new Option<string?>("--site") { Description = "Only pages of this site.", HelpName = "NAME" };
        var since = new Option<string?>("--since") { Description = "Only pages fetched at this time or later: 2026-03-01, 2026-03-01T12:00Z, or 7d, 12h ago.", HelpName = "TIME" };
        var command = new Command(
            "export",
            """
            Write the archived pages as WARC 1.1, oldest first: a warcinfo record, then a response record a page, with digests.
            Works while the daemon runs. 'scraper articles export' writes the articles themselves.

            Examples:
              scraper export --warc pages.warc.gz
              scraper export --warc pages.warc.gz --site example --since 7d
            """)
        {
            warc, site, since, SettingsOptions.Store(), SettingsOptions.Config(),
        };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var filter = new PageFilter { ByTime = true, Site = parsed.GetValue(site), Since = PointInTime.Read(parsed.GetValue(since), "--since") };
            await using var store = await StoreOpening.OpenAsync(parsed, StoreAccess.Read, cancellationToken);
            await StoredSite.RequireAsync(store, filter.Site, cancellationToken);
            var path = parsed.GetRequiredValue(warc);
            await using var output = OutputFile.Open(path, SettingsOptions.Store(parsed));
            var version = typeof(Extractor).Assembly.GetName().Version?.ToString(3);
            using var writer = new WarcWriter(output, path == "-" ? "pages.warc.gz" : Path.GetFileName(path), $"scraper/{version}", TimeProvider.System.GetUtcNow());
            var records = 0;
            await foreach (var page in store.Archive.ReadAsync(filter, cancellationToken))
            {
                records += writer.Write(page.Page);
            }

            await Console.Error.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"scraper: {records:N0} pages"));
            return ExitCode.Ok;
        });
        return command;
    }
}
