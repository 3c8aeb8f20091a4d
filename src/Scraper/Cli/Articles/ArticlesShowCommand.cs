using System.CommandLine;
using System.Globalization;
using Scraper.Core.Labelling;
using Scraper.Route;
using Scraper.Storage;

namespace Scraper.Cli;

/// <summary><c>scraper articles show</c>.</summary>
internal static class ArticlesShowCommand
{
    public static Command Create()
    {
        var which = new Argument<string[]>("ID|URL") { Description = "An article's number, its canonical URL, or any URL it was fetched from.", Arity = ArgumentArity.OneOrMore };
        var print = new PrintOptions();
        var revisions = new Option<bool>("--revisions") { Description = "Print what changed in each revision." };
        var command = new Command(
            "show",
            """
            Show stored articles. Exit code 1 where one is not stored.

            Examples:
              scraper articles show 12
              scraper articles show https://example.com/a --explain
              scraper articles show 12 --revisions
            """)
        {
            which, revisions, SettingsOptions.Store(), SettingsOptions.Config(),
        };
        print.AddTo(command, revisions);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var store = await StoreOpening.OpenAsync(parsed, StoreAccess.Read, cancellationToken);
            var exit = ExitCode.Ok;
            var asked = parsed.GetRequiredValue(which);
            var printer = print.Printer(parsed, asked.Length > 1);
            foreach (var one in asked)
            {
                if (await StoredSpelling.FindAsync(store.Articles, one, cancellationToken) is not { } stored)
                {
                    await Console.Error.WriteLineAsync($"scraper: {one}: not stored in {store.Location}; 'scraper articles list' shows what is");
                    exit = ExitCode.SomeFailed;
                }
                else if (parsed.GetValue(revisions))
                {
                    Print(stored, await store.Articles.RevisionsAsync(stored.Id, cancellationToken));
                }
                else
                {
                    printer.Print(stored.Article, Console.Out);
                }
            }

            return exit;
        });
        return command;
    }

    private static void Print(StoredArticle stored, IReadOnlyList<ArticleRevision> revisions)
    {
        Console.Out.WriteLine(TerminalText.OneLine($"{stored.Article.Title}  {stored.Article.Url}"));
        foreach (var revision in revisions)
        {
            var at = revision.At.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture);
            Console.Out.WriteLine($"\nrevision {revision.Number}  {Names.Of(revision.Kind)}  {at}  change {revision.ChangeSeq}");
            Console.Out.Write(revision.Diff);
        }
    }
}
