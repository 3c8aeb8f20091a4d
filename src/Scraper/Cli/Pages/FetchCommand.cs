using System.CommandLine;
using Scraper.Hosting;
using Scraper.Storage;

namespace Scraper.Cli;

/// <summary><c>scraper fetch</c>: single pages from the network.</summary>
internal static class FetchCommand
{
    public static Command Create()
    {
        var urls = new Argument<string[]>("URL") { Description = "Addresses of articles.", Arity = ArgumentArity.OneOrMore };
        var noStore = new Option<bool>("--no-store") { Description = "Keep nothing: no article, no page, no politeness state." };
        var print = new PrintOptions();
        var command = new Command(
            "fetch",
            """
            Fetch pages, clean them, store and print them.

            Examples:
              scraper fetch https://example.com/a
              scraper fetch https://example.com/a https://example.com/b --json
              scraper fetch https://example.com/a --no-store --explain
            Exit codes: 0 all good, 1 some failed, 2 usage; for a single page also 3 blocked, 4 not an article, 5 nothing
            extracted (several pages with one and the same of these ends give it too).
            """)
        {
            urls, noStore,
            SettingsOptions.Sites(), SettingsOptions.Store(), SettingsOptions.Config(), SettingsOptions.Log(),
        };
        print.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var options = SettingsOptions.Read(parsed);
            var pages = parsed.GetRequiredValue(urls).Select(Address).ToList();
            await using var store = parsed.GetValue(noStore) ? null : await StoreOpening.OpenAsync(options.Address, StoreAccess.Write, cancellationToken);
            using var host = ScraperHost.Create(options, store).Build();
            var run = new FetchRun(
                host.Services.GetRequiredService<Pipeline>(), host.Services.GetRequiredService<SiteCatalogue>().Rules, store, print.Printer(parsed, pages.Count > 1));
            return await run.PrintAsync(pages, cancellationToken);
        });
        return command;
    }

    private static Uri Address(string text)
    {
        if (UrlOption.Parse(text) is { } url)
        {
            return url;
        }

        throw new CliException(Directory.Exists(text) || File.Exists(text)
            ? $"{text}: is a file or folder, not a URL; 'scraper clean {text}' cleans saved pages"
            : $"{text}: not an http or https URL");
    }
}
