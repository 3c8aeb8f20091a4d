using System.CommandLine;
using Scraper.Storage;

namespace Scraper.Cli;

/// <summary><c>scraper articles search</c>.</summary>
internal static class ArticlesSearchCommand
{
    private const int DefaultLimit = 20;

    public static Command Create()
    {
        var words = new Argument<string[]>("WORDS") { Description = "Words, \"phrases\", prefix*, OR, NOT.", Arity = ArgumentArity.OneOrMore };
        var json = new Option<bool>("--json") { Description = "One JSON object a hit and line." };
        var filter = new ArticleFilterOptions();
        var command = new Command(
            "search",
            $"""
            Search titles and bodies, best first; {DefaultLimit} hits where --limit says nothing. Exit code 1 where nothing is found.

            Examples:
              scraper articles search harbour strike
              scraper articles search '"prime minister" NOT budget' --site example
            """)
        {
            words, json, SettingsOptions.Store(), SettingsOptions.Config(),
        };
        filter.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var chosen = filter.Read(parsed, DefaultLimit);
            await using var store = await StoreOpening.OpenAsync(parsed, StoreAccess.Read, cancellationToken);
            await StoredSite.RequireAsync(store, chosen.Site, cancellationToken);
            var hits = await store.Articles.SearchAsync(string.Join(' ', parsed.GetRequiredValue(words)), chosen, cancellationToken);
            foreach (var hit in hits)
            {
                var snippet = hit.Snippet.Replace('\u0002', '[').Replace('\u0003', ']').ReplaceLineEndings(" ");
                Console.Out.WriteLine(parsed.GetValue(json)
                    ? SummaryJson.Line(hit.Article, hit.Score, snippet)
                    : $"{hit.Article.Id}  {TerminalText.OneLine($"{hit.Article.Site}  {hit.Article.Title}")}\n    {TerminalText.OneLine(hit.Article.Url)}\n    {TerminalText.OneLine(snippet)}");
            }

            if (hits.Count == 0)
            {
                await Console.Error.WriteLineAsync("scraper: nothing found");
            }

            return hits.Count > 0 ? ExitCode.Ok : ExitCode.SomeFailed;
        });
        return command;
    }
}
