using System.CommandLine;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Scraper.Route;
using Scraper.Storage;

namespace Scraper.Cli;

/// <summary><c>scraper articles story</c>.</summary>
internal static class ArticlesStoryCommand
{
    private const int ParagraphsShown = 3;
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Command Create()
    {
        var which = new Argument<string>("ID|URL") { Description = "An article's number, its canonical URL, or any URL it was fetched from." };
        var json = new Option<bool>("--json") { Description = "One JSON object, with all added paragraphs." };
        var command = new Command(
            "story",
            """
            Show who else tells an article's story: in order of time, whom they credit, how much they have in common, and what
            each adds to those before it. Exit code 1 where the article is not stored or no other telling is known.

            Examples:
              scraper articles story 12
              scraper articles story https://example.com/a --json
            """)
        {
            which, json, SettingsOptions.Store(), SettingsOptions.Config(),
        };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var store = await StoreOpening.OpenAsync(parsed, StoreAccess.Read, cancellationToken);
            var one = parsed.GetRequiredValue(which);
            if (await StoredSpelling.FindAsync(store.Articles, one, cancellationToken) is not { } stored)
            {
                await Console.Error.WriteLineAsync($"scraper: {one}: not stored in {store.Location}; 'scraper articles list' shows what is");
                return ExitCode.SomeFailed;
            }

            if (await store.Articles.FindStoryAsync(stored.Id, cancellationToken) is not { } story)
            {
                await Console.Error.WriteLineAsync($"scraper: {one}: no other telling is known");
                return ExitCode.SomeFailed;
            }

            if (parsed.GetValue(json))
            {
                Console.Out.WriteLine(ToJson(story));
            }
            else
            {
                Print(story, Console.Out);
            }

            return ExitCode.Ok;
        });
        return command;
    }

    private static void Print(Story story, TextWriter output)
    {
        output.WriteLine($"story {story.Id}, {story.Tellings.Count} tellings, source: {TerminalText.OneLine(story.Source ?? "none is credited")}\n");
        var first = story.Tellings[0].Article.Id;
        foreach (var (article, _, credits, adds, added) in story.Tellings)
        {
            var published = article.PublishedAt?.ToString() ?? $"seen {article.FetchedAt.UtcDateTime.ToString("yyyy-MM-dd HH:mm'Z'", CultureInfo.InvariantCulture)}";
            output.WriteLine($"{article.Id}  {published}  {(article.Id == first ? "first" : Percent($"adds {adds:P0}"))}  {article.Site}  {TerminalText.OneLine(article.Title)}");
            output.WriteLine($"    {article.Url}{(credits.Count == 0 ? string.Empty : $"  credits {TerminalText.OneLine(string.Join(", ", credits))}")}");
            foreach (var paragraph in article.Id == first ? [] : added.Take(ParagraphsShown))
            {
                output.WriteLine($"    + {TerminalText.Shorten(TerminalText.OneLine(paragraph), 100)}");
            }

            if (article.Id != first && added.Count > ParagraphsShown)
            {
                output.WriteLine($"    + {added.Count - ParagraphsShown} paragraphs more");
            }
        }

        output.WriteLine();
        var pairs = new TextTable("pair", "runs of four words", "share of the one", "of the other");
        foreach (var pair in story.Pairs)
        {
            pairs.Add($"{pair.ArticleId} - {pair.OtherId}", pair.SharedShingles.ToString(CultureInfo.InvariantCulture), Percent($"{pair.Share:P0}"), Percent($"{pair.ShareOfOther:P0}"));
        }

        pairs.Write(output);
    }

    private static string Percent(FormattableString text) => FormattableString.Invariant(text);

    private static string ToJson(Story story) => JsonSerializer.Serialize(
        new
        {
            story.Id,
            story.Source,
            Tellings = story.Tellings.Select((t, i) => new
            {
                t.Article.Id,
                t.Article.Site,
                t.Article.Url,
                t.Article.Title,
                PublishedAt = t.Article.PublishedAt?.ToString(),
                t.FirstSeenAt,
                IsFirst = i == 0,
                t.Credits,
                t.Adds,
                t.Added,
            }),
            story.Pairs,
        },
        Json);
}
