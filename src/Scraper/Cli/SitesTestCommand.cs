using System.CommandLine;
using System.Text.Json;
using Scraper.Core;
using Scraper.Core.Decoding;
using Scraper.Core.Sites;
using Scraper.Hosting;
using Scraper.SiteFiles;
using Scraper.Storage;
using Scraper.Storage.Sqlite;

namespace Scraper.Cli;

/// <summary><c>scraper sites test</c>: saved pages against the articles expected from them.</summary>
internal static class SitesTestCommand
{
    public static Command Create()
    {
        var site = new Argument<string?>("SITE") { Description = "Name of a rule, or a host; all sites where not given.", Arity = ArgumentArity.ZeroOrOne };
        var fixtures = new Option<string>("--fixtures") { Description = "Folder with a folder a host: X.html and the article expected from it, X.json.", DefaultValueFactory = _ => "fixtures", HelpName = "DIR" };
        var folder = SitesCommand.Folder();
        var store = new Option<string>("--store") { Description = "The database whose archived pages are read again too, where there is one.", DefaultValueFactory = _ => new ScraperOptions().Store, HelpName = "PATH" };
        var most = new Option<int>("--pages") { Description = "Archived pages that are read again at most.", DefaultValueFactory = _ => 500 };
        var command = new Command(
            "test",
            """
            Clean the saved pages of each site by its rule and compare with what is expected: lines that are missing
            with -, lines too many with +. Where there is a store, its archived pages are read again as well and compared
            with the articles it holds.

            Examples:
              scraper sites test
              scraper sites test iranfocus --fixtures fixtures/
              scraper sites test iranfocus --store scraper.db

            Exit codes: 0 all as expected, 1 some differ, 2 no such site or folder.
            """)
        {
            site, fixtures, folder, store, most,
        };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var rules = SiteFolders.Load(parsed.GetValue(folder));
            var only = parsed.GetValue(site) is { } name ? Named(rules, name) : null;
            var (saved, archive) = (parsed.GetRequiredValue(fixtures), parsed.GetRequiredValue(store));
            if (!Directory.Exists(saved) && !File.Exists(archive))
            {
                throw new CliException($"{saved}: no such folder, and no store at {archive}");
            }

            var (pages, different) = Directory.Exists(saved) ? Run(rules, only, saved, cancellationToken) : (0, 0);
            if (File.Exists(archive))
            {
                await using var opened = await SqliteStore.OpenAsync(archive, StoreAccess.Read, cancellationToken);
                var replayed = await new ArchiveReplay(opened, rules, Console.Out).RunAsync(only, parsed.GetValue(most), !Console.IsOutputRedirected, cancellationToken);
                await Console.Error.WriteLineAsync($"{replayed.Pages} archived pages, {replayed.Different} not as stored");
                different += replayed.Different;
            }

            await Console.Error.WriteLineAsync($"{pages} pages, {different} not as expected");
            return different > 0 ? ExitCode.SomeFailed : ExitCode.Ok;
        });
        return command;
    }

    private static SiteRule Named(SiteRuleSet rules, string name) =>
        rules.ByName(name) ?? rules.ForHost(name) ?? throw new CliException($"no site rule is named \"{name}\"; 'scraper sites list' names them");

    private static (int Pages, int Different) Run(SiteRuleSet rules, SiteRule? only, string fixtures, CancellationToken cancellationToken)
    {
        var extractor = new Extractor();
        var (pages, different) = (0, 0);
        foreach (var path in Directory.EnumerateFiles(fixtures, "*.html", SearchOption.AllDirectories).Where(p => File.Exists(Path.ChangeExtension(p, ".json"))).Order(StringComparer.Ordinal))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var host = Path.GetFileName(Path.GetDirectoryName(path)!);
            if (rules.ForHost(host) is { } rule && (only is null || only.Name == rule.Name))
            {
                pages++;
                different += Compare(path, rule, extractor, cancellationToken) ? 1 : 0;
            }
        }

        return (pages, different);
    }

    private static bool Compare(string path, SiteRule rule, Extractor extractor, CancellationToken cancellationToken)
    {
        var expected = Expected(path);
        var article = extractor.ExtractHtml(PageDecoder.Decode(File.ReadAllBytes(path), httpCharset: null).Text, new SitePage(null, string.Empty).Context(rule), cancellationToken).Article;
        string[] got = [$"title: {article.Title}", .. article.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries)];
        using var diff = new StringWriter();
        var differs = TextDiff.Print(expected, got, diff, !Console.IsOutputRedirected);
        Console.Out.WriteLine($"{(differs ? "DIFF" : "ok  ")} {rule.Name} {Path.GetFileName(path)}");
        Console.Out.Write(diff.ToString());
        return differs;
    }

    private static string[] Expected(string path)
    {
        var file = Path.ChangeExtension(path, ".json");
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllText(file));
            var root = document.RootElement;
            return [$"title: {Fold(root.GetProperty("title").GetString())}", .. root.GetProperty("body").EnumerateArray().SelectMany(e => Fold(e.GetString()).Split('\n'))];
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new CliException($"{file}: not an expected article (title, body): {e.Message}");
        }
    }

    private static string Fold(string? text) => string.Join('\n', (text ?? string.Empty).Replace('\u00A0', ' ').Split('\n').Select(l => string.Join(' ', l.Split(' ', StringSplitOptions.RemoveEmptyEntries))));
}
