using System.Net;
using System.Net.Sockets;
using FluentAssertions;
using Scraper.Doctor;
using Scraper.Fetching;
using Scraper.Hosting;
using Scraper.Tests.Storage;
using Scraper.Web;
using Xunit;

namespace Scraper.Tests.Doctor;

public sealed class ExaminationTests
{
    [Fact]
    public async Task A_sound_installation_has_nothing_bad_and_nothing_is_changed()
    {
        await using var store = await StoreFixture.OpenAsync();
        await store.SaveAsync(StoreFixture.Page("https://a.example/1", "Text."));

        var findings = await FindAsync(new ScraperOptions { Store = store.Path });

        findings.Should().NotContain(f => f.Kind == FindingKind.Bad);
        findings.Select(f => f.What).Should().OnlyHaveUniqueItems().And.Contain(["settings", "contact", "permissions", "disk", "clock", "store", "SQLite", "store writes", "web", "browser"]);
        findings.Single(f => f.What == "store").Detail.Should().Contain("1 articles");
        findings.Where(f => f.Kind != FindingKind.Good).Should().OnlyContain(f => f.Remedy.Length > 0);
    }

    [Fact]
    public async Task A_folder_in_the_place_of_the_store_is_bad()
    {
        await using var store = await StoreFixture.OpenAsync();

        var findings = await FindAsync(new ScraperOptions { Store = store.Folder });

        var found = findings.Single(f => f.What == "store");
        (found.Kind, found.Detail).Should().Be((FindingKind.Bad, $"{store.Folder}: is a folder, not a file"));
    }

    [Fact]
    public async Task A_schedule_that_never_comes_true_is_bad()
    {
        await using var store = await StoreFixture.OpenAsync();
        await File.WriteAllTextAsync(Path.Combine(store.Folder, "a.yaml"), "name: a\nhosts: [a.example]\nschedule: { cron: 0 0 0 31 2 ? }\n");

        var found = (await FindAsync(new ScraperOptions { Store = store.Path, Sites = [store.Folder] })).Single(f => f.What == "rule a");

        (found.Kind, found.Detail).Should().Be((FindingKind.Bad, "its cron expression never comes true again: it is never visited"));
    }

    [Fact]
    public async Task Each_broken_thing_is_named_with_what_to_do()
    {
        await using var store = await StoreFixture.OpenAsync();
        await File.WriteAllTextAsync(Path.Combine(store.Folder, "a.yaml"), "name: a\nhosts: [a.example]\nbodi: article\n");
        var notes = Path.Combine(store.Folder, "notes.db");
        await File.WriteAllTextAsync(notes, "these are my notes, and they are long enough to be looked at as a database header would be");
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();

        var findings = await FindAsync(new ScraperOptions
        {
            Store = notes,
            Sites = [store.Folder],
            Web = new WebOptions { Urls = [$"http://127.0.0.1:{((IPEndPoint)taken.LocalEndpoint).Port}"] },
        });

        findings.Where(f => f.Kind == FindingKind.Bad).Select(f => f.What).Should().Contain(["store", "rule a.yaml"]);
        findings.Single(f => f.What == "web").Kind.Should().Be(FindingKind.Warning);
        findings.First(f => f.What == "rule a.yaml").Detail.Should().Contain("bodi");
    }

    [Fact]
    public async Task A_rule_that_needs_a_browser_where_there_is_none_is_bad()
    {
        await using var store = await StoreFixture.OpenAsync();
        await File.WriteAllTextAsync(Path.Combine(store.Folder, "a.yaml"), "name: a\nhosts: [a.example]\nselect:\n  body: article\nfetch:\n  render: always\nschedule:\n  every: 1h\n");

        var findings = await FindAsync(new ScraperOptions
        {
            Store = store.Path,
            Sites = [store.Folder],
            Fetching = new FetchOptions { Browser = Path.Combine(store.Folder, "no-browser"), Contact = "mailto:me@example.org" },
        });

        findings.Single(f => f.What == "browser").Should().Match<Finding>(f => f.Kind == FindingKind.Bad && f.Remedy.Contains("chromium"), string.Join("\n", findings));
    }

    private static async Task<List<Finding>> FindAsync(ScraperOptions options)
    {
        var findings = new List<Finding>();
        await foreach (var finding in new Examination(options with { Web = options.Web.Urls is ["http://127.0.0.1:8655"] ? options.Web with { Urls = ["http://127.0.0.1:0"] } : options.Web }, TimeProvider.System).RunAsync(CancellationToken.None))
        {
            findings.Add(finding);
        }

        return findings;
    }
}
