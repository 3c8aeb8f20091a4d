using System.CommandLine;
using Scraper.Route;
using Scraper.Storage;

namespace Scraper.Cli;

/// <summary><c>scraper articles delete</c>.</summary>
internal static class ArticlesDeleteCommand
{
    public static Command Create()
    {
        var which = new Argument<string[]>("ID|URL") { Description = "An article's number, its canonical URL, or any URL it was fetched from.", Arity = ArgumentArity.OneOrMore };
        var trial = new Option<bool>("--dry-run") { Description = "Only show what would be deleted." };
        var yes = new Option<bool>("--yes") { Description = "Do not ask; needed where nobody sits at a terminal." };
        var command = new Command(
            "delete",
            """
            Delete stored articles with their revisions, blocks and archived pages; works while the daemon runs. A tombstone
            stays in the changes, so that those who follow the store can delete it too. Its addresses are not visited again,
            and a page of another address that leads to it is not stored; 'scraper fetch URL' brings it back as a new article.
            Exit code 1 where one is not stored; the others are deleted.

            Examples:
              scraper articles delete https://example.com/a
              scraper articles delete 12 13 --yes
              scraper articles delete 12 --dry-run
            """)
        {
            which, trial, yes, SettingsOptions.Store(), SettingsOptions.Config(),
        };
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed, parsed.GetRequiredValue(which), parsed.GetValue(trial), parsed.GetValue(yes), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, IReadOnlyList<string> asked, bool isTrial, bool isSure, CancellationToken cancellationToken)
    {
        if (!isTrial && !isSure && Console.IsInputRedirected)
        {
            throw new CliException("nobody can be asked here whether to delete: add --yes, or --dry-run to see what would go");
        }

        SettingsOptions.Read(parsed).Address.EnsureExists();
        await using var store = await StoreOpening.OpenAsync(parsed, isTrial ? StoreAccess.Read : StoreAccess.Write, cancellationToken);
        var found = new Dictionary<long, StoredArticle>();
        var exit = ExitCode.Ok;
        foreach (var one in asked)
        {
            if (await StoredSpelling.FindAsync(store.Articles, one, cancellationToken) is { } stored)
            {
                found[stored.Id] = stored;
            }
            else
            {
                await Console.Error.WriteLineAsync($"scraper: {one}: not stored in {store.Location}; 'scraper articles list' shows what is");
                exit = ExitCode.SomeFailed;
            }
        }

        foreach (var stored in found.Values)
        {
            Console.Out.WriteLine(TerminalText.OneLine($"{stored.Id}  {stored.Article.Site}  {stored.Article.Url}  {stored.Article.Title}"));
        }

        if (isTrial || found.Count == 0 || !(isSure || IsAgreed(found.Count)))
        {
            return exit;
        }

        foreach (var stored in found.Values)
        {
            await store.Articles.DeleteAsync(stored.Article.Url, store.Clock.GetUtcNow(), cancellationToken);
        }

        await Console.Error.WriteLineAsync($"scraper: {found.Count} deleted");
        return exit;
    }

    private static bool IsAgreed(int articles)
    {
        Console.Error.Write($"Delete {(articles == 1 ? "it" : $"these {articles}")} with all revisions and archived pages? [y/N] ");
        return Console.In.ReadLine()?.Trim() is "y" or "Y" or "yes";
    }
}
