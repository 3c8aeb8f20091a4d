using System.CommandLine;
using System.Globalization;
using Scraper.Benchmarks.Data;
using Scraper.Core.Articles;
using Scraper.Storage;
using Scraper.Storage.Sqlite;

namespace Scraper.Benchmarks.Commands;

/// <summary><c>stories</c>: which pages of the benchmark the store takes for tellings of one story, to be read by a person.</summary>
internal static class StoriesCommand
{
    private const int Shown = 300;

    public static Command Create()
    {
        var benchmark = new Option<string>("--benchmark") { Description = "The folder that holds wcxb-dev.", HelpName = "DIR", DefaultValueFactory = _ => Path.Combine("..", "shared", "benchmark") };
        var command = new Command("stories", "List the stories that the store finds over the benchmark's texts.") { benchmark };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var folder = Directory.CreateTempSubdirectory("scraper-stories-").FullName;
            try
            {
                await using var store = await SqliteStore.OpenAsync(Path.Combine(folder, "store.db"), StoreAccess.Write, cancellationToken);
                foreach (var page in BenchmarkReader.Read(parsed.GetRequiredValue(benchmark)).Where(p => p.Gold.Length > 0 && p.Url.Length > 0))
                {
                    await store.Articles.SaveAsync(Page(page), cancellationToken);
                }

                await PrintAsync(store, cancellationToken);
            }
            finally
            {
                Directory.Delete(folder, recursive: true);
            }
        });
        return command;
    }

    private static ExtractedPage Page(BenchmarkPage page) => new()
    {
        Extractor = "gold",
        Article = new Article { Url = page.Url, Site = page.Host, Title = page.Title, Text = page.Gold, Blocks = [] },
        Page = new FetchedPage
        {
            Url = page.Url,
            FinalUrl = page.Url,
            Status = 200,
            Headers = new Dictionary<string, string>(),
            Body = ReadOnlyMemory<byte>.Empty,
            FetchedAt = DateTimeOffset.UnixEpoch,
        },
    };

    private static async Task PrintAsync(IStore store, CancellationToken cancellationToken)
    {
        var (across, within, read) = (0, 0, new HashSet<long>());
        foreach (var article in await store.Articles.ListAsync(ArticleFilter.All, cancellationToken))
        {
            if (await store.Articles.FindStoryAsync(article.Id, cancellationToken) is not { } story || !read.Add(story.Id))
            {
                continue;
            }

            var isAcross = story.Tellings.DistinctBy(t => t.Article.Site).Count() > 1;
            (across, within) = (across + (isAcross ? 1 : 0), within + (isAcross ? 0 : 1));
            Console.WriteLine($"\nstory {story.Id}, {(isAcross ? "across hosts" : "within one host")}");
            foreach (var telling in story.Tellings)
            {
                var text = (await store.Articles.FindAsync(telling.Article.Id.ToString(CultureInfo.InvariantCulture), cancellationToken))!.Article.Text.ReplaceLineEndings(" ");
                Console.WriteLine($"  {telling.Article.Id}  {telling.Article.Url}  {telling.Article.Title}\n      {text[..Math.Min(Shown, text.Length)]}");
            }

            foreach (var pair in story.Pairs)
            {
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {pair.ArticleId} and {pair.OtherId}: {pair.SharedShingles} runs of four words, {pair.Share:P0} and {pair.ShareOfOther:P0}"));
            }
        }

        Console.WriteLine($"\n{across} stories across hosts, {within} within one");
    }
}
