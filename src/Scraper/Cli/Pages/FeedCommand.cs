using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Extensions.Logging.Abstractions;
using Scraper.Core;
using Scraper.Core.Sites;
using Scraper.Discovery.Feeds;
using Scraper.Fetching;
using Scraper.Fetching.Http;

namespace Scraper.Cli;

/// <summary><c>scraper feed</c>: what is read from a feed.</summary>
internal static class FeedCommand
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static Command Create()
    {
        var source = new Argument<string>("FILE|URL") { Description = "A saved feed, - for standard input, or the address of one." };
        var url = UrlOption.Create("--url", "Where a saved feed came from, to make its links absolute.");
        var type = new Option<string?>("--content-type") { Description = "The Content-Type a saved feed was served with; application/xml by default." };
        var json = new Option<bool>("--json") { Description = "Print everything that was read, as JSON." };
        var allow = AllowOption.Create();
        var command = new Command(
            "feed",
            """
            Read a feed (RSS 0.9x to 2.0, RDF, Atom 0.3 and 1.0, JSON Feed; ill-formed ones as far as they go) and show it.

            Reading opens no connection but the one for the feed itself. Exit codes: 0 read, 1 not a feed or not fetched,
            3 may not be fetched.

            Examples:
              scraper feed https://example.com/feed
              scraper feed saved.xml --url https://example.com/feed --json
            """)
        {
            source, url, type, json, allow, SettingsOptions.Config(),
        };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var text = parsed.GetRequiredValue(source);
            var (feed, code) = File.Exists(text) || !text.Contains("://", StringComparison.Ordinal)
                ? (await ReadFileAsync(text, parsed.GetValue(url), parsed.GetValue(type), cancellationToken), ExitCode.SomeFailed)
                : await FetchAsync(text, Settings(parsed, parsed.GetRequiredValue(allow)), cancellationToken);
            if (feed is null)
            {
                return code;
            }

            Print(feed, parsed.GetValue(json));
            return ExitCode.Ok;
        });
        return command;
    }

    private static FetchOptions Settings(ParseResult parsed, string[] allow)
    {
        var options = SettingsOptions.ReadAll(parsed).Options!.Fetching;
        return options with { Allow = [.. options.Allow, .. allow] };
    }

    private static async Task<Feed?> ReadFileAsync(string path, Uri? url, string? contentType, CancellationToken cancellationToken)
    {
        var (type, charset) = MediaType.Read(contentType);
        return FeedReader.Read((await PageFile.ReadAsync(path, cancellationToken)).Body, type, charset, url) ?? NoFeed(path);
    }

    private static async Task<(Feed? Feed, int Code)> FetchAsync(string text, FetchOptions options, CancellationToken cancellationToken)
    {
        if (!UrlText.TryRead(text, out var url))
        {
            throw new CliException($"'{text}' is neither a file nor an absolute URL");
        }

        using var fetcher = new PageFetcher(options, new InMemoryFetchStateStore(), TimeProvider.System, NullLogger<PageFetcher>.Instance);
        var result = await fetcher.FetchAsync(new FetchRequest(url, FetchPurpose.Feed, new SiteFetching()), cancellationToken);
        switch (result)
        {
            case FetchResult.Fetched fetched:
                return (FeedReader.Read(fetched.Page) ?? NoFeed(text), ExitCode.SomeFailed);
            case FetchResult.Blocked blocked:
                await Console.Error.WriteLineAsync($"scraper: {text}: blocked ({blocked.Reason}): {blocked.Message}");
                return (null, ExitCode.Blocked);
            default:
                await Console.Error.WriteLineAsync($"scraper: {text}: {(result is FetchResult.Failed failed ? failed.Message : "not fetched")}");
                return (null, ExitCode.SomeFailed);
        }
    }

    private static Feed? NoFeed(string source)
    {
        Console.Error.WriteLine($"scraper: {source}: neither RSS, Atom, RDF nor JSON Feed");
        return null;
    }

    private static void Print(Feed feed, bool asJson)
    {
        if (asJson)
        {
            Console.WriteLine(JsonSerializer.Serialize(feed, Json));
            return;
        }

        Console.WriteLine(TerminalText.OneLine($"{feed.Title?.Value} ({feed.Version}, {feed.Encoding}, {feed.Entries.Count} entries){(feed.Problem is { } problem ? $"; {problem}" : string.Empty)}"));
        foreach (var link in FeedLinks.Of(feed).Links)
        {
            Console.WriteLine(TerminalText.OneLine($"{link.PublishedAt?.ToString("yyyy-MM-dd HH:mm", null) ?? "-",-16}  {link.Url}  {link.Title}"));
        }
    }
}
