using System.CommandLine;

namespace Scraper.Cli;

/// <summary><c>scraper articles</c>: what is in the store.</summary>
internal static class ArticlesCommand
{
    public static Command Create() => new(
        "articles",
        """
        List, show, search, export and delete stored articles; works while the daemon runs.

        Examples:
          scraper articles list --site example --since 7d
          scraper articles show https://example.com/a --format markdown
          scraper articles search 'harbour "prime minister"'
          scraper articles story 12
          scraper articles export --format jsonl > articles.jsonl
          scraper articles delete 12
        """)
    {
        ArticlesListCommand.Create(),
        ArticlesShowCommand.Create(),
        ArticlesSearchCommand.Create(),
        ArticlesStoryCommand.Create(),
        ArticlesExportCommand.Create(),
        ArticlesDeleteCommand.Create(),
    };
}
