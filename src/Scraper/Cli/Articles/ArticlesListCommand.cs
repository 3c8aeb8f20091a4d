using System.CommandLine;
using System.Globalization;
using Scraper.Storage;

namespace Scraper.Cli;

/// <summary><c>scraper articles list</c>.</summary>
internal static class ArticlesListCommand
{
    private const int DefaultLimit = 50;

    public static Command Create()
    {
        var filter = new ArticleFilterOptions();
        var json = new Option<bool>("--json") { Description = "One JSON object an article and line." };
        var command = new Command(
            "list",
            $"""
            List stored articles, newest first; {DefaultLimit} where --limit says nothing.

            Examples:
              scraper articles list --since 24h
              scraper articles list --site example --limit 500 --json
            """)
        {
            json, SettingsOptions.Store(), SettingsOptions.Config(),
        };
        filter.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var chosen = filter.Read(parsed, DefaultLimit);
            await using var store = await StoreOpening.OpenAsync(parsed, StoreAccess.Read, cancellationToken);
            await StoredSite.RequireAsync(store, chosen.Site, cancellationToken);
            var articles = await store.Articles.ListAsync(chosen, cancellationToken);
            if (parsed.GetValue(json))
            {
                foreach (var article in articles)
                {
                    Console.Out.WriteLine(SummaryJson.Line(article));
                }

                return ExitCode.Ok;
            }

            var table = new TextTable("id", "site", "published", "chars", "title", "url");
            foreach (var article in articles)
            {
                table.Add(
                    article.Id.ToString(CultureInfo.InvariantCulture), article.Site, article.PublishedAt?.ToString() ?? "-",
                    article.Characters.ToString(CultureInfo.InvariantCulture), article.Title, article.Url);
            }

            table.Write(Console.Out);
            if (articles.Count == chosen.Limit)
            {
                await Console.Error.WriteLineAsync($"scraper: the first {articles.Count}; --limit shows more");
            }

            return ExitCode.Ok;
        });
        return command;
    }
}
