using System.Globalization;
using Scraper.Core.Labelling;
using Scraper.Core.Sites;
using Scraper.Route;
using Scraper.Storage;
using Spectre.Console;

namespace Scraper.Demo;

/// <summary>The table at the end of the demo: what is in the store, and what was stripped to get it.</summary>
internal static class DemoReport
{
    private const int WidthOfPipe = 160;

    /// <summary>Reads the store and prints the table on standard output.</summary>
    public static async Task WriteAsync(DemoProgress progress, IStore store, CancellationToken cancellationToken)
    {
        var table = new Table().Border(Console.IsOutputRedirected ? TableBorder.Ascii : TableBorder.Rounded);
        table.AddColumns("site");
        foreach (var column in (string[])["pages found", "articles", "words kept", "words stripped"])
        {
            table.AddColumn(column, c => c.RightAligned());
        }

        table.AddColumn("stripped most");
        foreach (var site in progress.Sites)
        {
            table.AddRow([.. (await RowAsync(site, progress.Visit(site), store, cancellationToken)).Select(Markup.Escape)]);
        }

        if (Console.IsOutputRedirected)
        {
            AnsiConsole.Profile.Width = WidthOfPipe;
        }

        AnsiConsole.Write(table);
        AnsiConsole.WriteLine($"Stored in {store.Location}. Look at it: scraper articles list, or any SQLite client: select site, title, body from v1_articles.");
    }

    private static async Task<IReadOnlyList<string>> RowAsync(SiteRule site, SiteVisit? visit, IStore store, CancellationToken cancellationToken)
    {
        var articles = 0;
        var words = new Dictionary<Label, int>();
        await foreach (var stored in store.Articles.ReadAsync(new ArticleFilter { Site = site.Name }, cancellationToken))
        {
            articles++;
            foreach (var (block, verdict) in stored.Article.Blocks)
            {
                words[verdict.Label] = words.GetValueOrDefault(verdict.Label) + Count(block.Text);
            }
        }

        var stripped = words.Where(w => w.Key is not (Label.Body or Label.Heading)).OrderByDescending(w => w.Value).ToList();
        return
        [
            site.Title ?? site.Name,
            visit is null ? "failed" : Number(visit.Found),
            articles.ToString(CultureInfo.InvariantCulture),
            Number(words.GetValueOrDefault(Label.Body) + words.GetValueOrDefault(Label.Heading)),
            Number(stripped.Sum(w => w.Value)),
            string.Join(", ", stripped.Take(3).Select(w => $"{Names.Of(w.Key)} {Number(w.Value)}")),
        ];
    }

    private static int Count(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;

    private static string Number(int number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
