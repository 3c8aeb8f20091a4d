using System.CommandLine;
using Scraper.Storage;

namespace Scraper.Cli;

/// <summary><c>scraper sites test</c>: saved pages against the articles expected from them.</summary>
internal static class SitesTestCommand
{
    public static Command Create()
    {
        var site = new Argument<string?>("SITE") { Description = "Name of a rule, or a host; all sites where not given.", Arity = ArgumentArity.ZeroOrOne };
        var fixtures = new Option<string>("--fixtures") { Description = "Folder with a folder a host: X.html and the article expected from it, X.json.", DefaultValueFactory = _ => "fixtures", HelpName = "DIR" };
        var most = new Option<int>("--pages") { Description = "Archived pages that are read again at most.", DefaultValueFactory = _ => 500 };
        var command = new Command(
            "test",
            """
            Clean the saved pages of each site by its rule and compare with what is expected, every key that X.json gives:
            lines that are missing with -, lines too many with +. A page that is no article by its rule differs. Where there
            is a store, its archived pages are read again as well and compared with the articles it holds. Then the rules'
            own tests are run, on pages of the archive or of --fixtures; what is at neither place is told.

            A rule that is not shipped is found by --sites, or by Sites in appsettings.json.

            Examples:
              scraper sites test
              scraper sites test iranfocus --fixtures fixtures/
              scraper sites test iranfocus --store scraper.db
              scraper sites test --sites my-sites/ --fixtures my-fixtures/

            Exit codes: 0 all as expected, 1 some differ, 2 no such site or folder.
            """)
        {
            site, fixtures, most, SettingsOptions.Sites(), SettingsOptions.Store(), SettingsOptions.Config(),
        };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var options = SettingsOptions.ReadAll(parsed).Options!;
            var rules = SettingsOptions.Rules(options);
            var only = parsed.GetValue(site) is { } name ? SiteChoice.NamedOrOf(rules, name) : null;
            var (saved, archive) = (parsed.GetRequiredValue(fixtures), options.Address);
            if (!Directory.Exists(saved) && !archive.MayExist)
            {
                throw new CliException($"{saved}: no such folder, and no store at {archive}");
            }

            var folder = new FixtureFolder(saved);
            var (pages, different, without) = new FixtureReplay(folder, rules, Console.Out).Run(only, TextDiff.IsColoured, cancellationToken);
            await Console.Error.WriteLineAsync($"{pages} saved pages, {different} not as expected");
            if (only is null && without.Count > 0)
            {
                await Console.Error.WriteLineAsync($"scraper: not read, since no rule is for their hosts: the saved pages of {string.Join(", ", without)}; name the folder with their rules by --sites");
            }

            await using var store = archive.MayExist ? await archive.OpenAsync(StoreAccess.Read, cancellationToken) : null;
            if (store is not null)
            {
                var replayed = await new ArchiveReplay(store, rules, Console.Out).RunAsync(only, parsed.GetValue(most), TextDiff.IsColoured, cancellationToken);
                await Console.Error.WriteLineAsync($"{replayed.Pages} archived pages, {replayed.Different} not as stored");
                different += replayed.Different;
            }

            var tests = await new RuleTestRun(store, folder, rules, Console.Out).RunAsync(only, cancellationToken);
            if (tests.Tests > 0)
            {
                await Console.Error.WriteLineAsync($"{tests.Tests} tests of rules, {tests.Failed} failed, {tests.Missing} without a page");
                different += tests.Failed;
            }

            return different > 0 ? ExitCode.SomeFailed : ExitCode.Ok;
        });
        return command;
    }
}
