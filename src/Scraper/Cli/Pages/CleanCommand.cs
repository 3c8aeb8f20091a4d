using System.CommandLine;
using Scraper.Core;
using Scraper.SiteFiles;

namespace Scraper.Cli;

/// <summary><c>scraper clean</c>: saved pages and texts, no network, no store.</summary>
internal static class CleanCommand
{
    public static Command Create()
    {
        var path = new Argument<string>("PATH") { Description = "An HTML or text file, a folder of them, or - for standard input." };
        var url = UrlOption.Create("--url", "The address the page came from.");
        var site = new Option<string?>("--site") { Description = "Name of the site rule to use; by default the one for the address, if any." };
        var sites = new Option<string?>("--sites") { Description = "A folder of your own rule files; it is believed before the shipped ones. Settings are not read.", HelpName = "DIR" };
        var print = new PrintOptions();
        var jsonl = new Option<string?>("--jsonl") { Description = "Write a line a page ({id, url, title, author, date, text, verdict, ms}) to this file (- for standard output) instead of printing.", HelpName = "OUT" };
        var urls = new Option<string?>("--urls") { Description = "Lines {\"id\",\"url\"}: the addresses of the pages of a folder; a page may lack one.", HelpName = "MANIFEST" };
        var command = new Command(
            "clean",
            """
            Clean saved pages or plain texts: no network, no store.

            Examples:
              scraper clean page.html --url https://example.com/a
              scraper clean notes.txt --json
              curl -s https://example.com/a | scraper clean - --explain
              scraper clean pages/ --jsonl out.jsonl --urls manifest.jsonl
            Exit codes: 0 all good, 1 some failed, 2 usage, 5 nothing extracted from the one page. With --jsonl a folder's pages
            without text are lines and are counted on standard error; only one that cannot be read is a failure. --json says of
            each page of a folder which "file" it is.
            """)
        {
            path, url, site, sites, jsonl, urls,
        };
        print.AddTo(command, jsonl);
        command.SetAction((parsed, cancellationToken) =>
        {
            // Half of a start is reading data; the rules are read meanwhile.
            _ = Task.Run(Extractor.Prepare, CancellationToken.None);
            var files = PageFile.Find(parsed.GetRequiredValue(path));
            var isFolder = Directory.Exists(parsed.GetRequiredValue(path));
            var (addresses, address) = (Manifest.Read(parsed.GetValue(urls)), parsed.GetValue(url));
            if (address is not null && files.Count > 1)
            {
                throw new CliException($"--url and PATH: {address} is the address of one page, and {parsed.GetValue(path)} holds {files.Count}; --urls names the address of each");
            }

            var context = Context(parsed.GetValue(site), parsed.GetValue(sites), address is null ? addresses.Values : [address, .. addresses.Values]);
            var run = new CleanRun(new PageCleaner(new Extractor(), context), addresses, address, isFolder);
            return parsed.GetValue(jsonl) is { } output
                ? run.WriteLinesAsync(files, output, cancellationToken)
                : run.PrintAsync(files, print.Printer(parsed, isFolder), cancellationToken);
        });
        return command;
    }

    private static PageContext Context(string? site, string? folder, IEnumerable<Uri> urls)
    {
        // What the pages have no use for is not read.
        var rules = site is null && folder is null ? SiteFolders.ShippedFor(urls) : SiteFolders.Load(folder is null ? [] : [folder]);
        var rule = site is null ? null : rules.ByName(site)
            ?? throw new CliException($"--site {site}: no such site rule; known are {string.Join(", ", rules.Sites.Select(r => r.Name))}");
        return new PageContext { Rule = rule, Rules = rules, Now = TimeProvider.System.GetUtcNow() };
    }
}
