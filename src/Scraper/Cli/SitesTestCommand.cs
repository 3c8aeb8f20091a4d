using System.CommandLine;
using System.Text.Json;
using Scraper.Core;
using Scraper.Core.Sites;
using Scraper.SiteFiles;

namespace Scraper.Cli;

/// <summary><c>scraper sites test</c>: saved pages against the articles expected from them.</summary>
internal static class SitesTestCommand
{
    public static Command Create()
    {
        var site = new Argument<string?>("SITE") { Description = "Name of a rule, or a host; all sites where not given.", Arity = ArgumentArity.ZeroOrOne };
        var fixtures = new Option<string>("--fixtures") { Description = "Folder with a folder a host: X.html and the article expected from it, X.json.", DefaultValueFactory = _ => "fixtures", HelpName = "DIR" };
        var folder = SitesCommand.Folder();
        var command = new Command(
            "test",
            """
            Clean the saved pages of each site by its rule and compare with what is expected: lines that are missing
            with -, lines too many with +.

            Examples:
              scraper sites test
              scraper sites test iranfocus --fixtures fixtures/

            Exit codes: 0 all as expected, 1 some differ, 2 no such site or folder.
            """)
        {
            site, fixtures, folder,
        };
        command.SetAction((parsed, cancellationToken) => Task.FromResult(
            Run(SiteFolders.Load(parsed.GetValue(folder)), parsed.GetValue(site), parsed.GetRequiredValue(fixtures), cancellationToken)));
        return command;
    }

    private static int Run(SiteRuleSet rules, string? site, string fixtures, CancellationToken cancellationToken)
    {
        if (!Directory.Exists(fixtures))
        {
            throw new CliException($"{fixtures}: no such folder");
        }

        var only = site is null ? null : rules.ByName(site) ?? rules.ForHost(site) ?? throw new CliException($"no site rule is named \"{site}\"; 'scraper sites list' names them");
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

        Console.Error.WriteLine($"{pages} pages, {different} not as expected");
        return different > 0 ? ExitCode.SomeFailed : ExitCode.Ok;
    }

    private static bool Compare(string path, SiteRule rule, Extractor extractor, CancellationToken cancellationToken)
    {
        var expected = Expected(path);
        var article = extractor.ExtractHtml(File.ReadAllText(path), new SitePage(null, string.Empty).Context(rule), cancellationToken).Article;
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
