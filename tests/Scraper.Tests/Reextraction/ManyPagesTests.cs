using FluentAssertions;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Scraper.Core.Sites;
using Scraper.Fetching;
using Scraper.Hosting;
using Scraper.Reextraction;
using Scraper.Storage;
using Scraper.Tests.Fetching;
using Scraper.Tests.Storage;
using Scraper.Warc;
using Xunit;

namespace Scraper.Tests.Reextraction;

/// <summary>Articles that stand on several pages, from the network to the archive and back.</summary>
public sealed class ManyPagesTests : IAsyncLifetime
{
    private const string Whole = "The first part of it, long enough to be read.\n\nThe second part of it, long enough to be read.\n\nThe third part of it, long enough to be read.";
    private readonly Dictionary<string, string> _pages = [];
    private LoopbackWeb _web = null!;
    private StoreFixture _fixture = null!;
    private IHost _host = null!;
    private SiteRuleSet _rules = null!;

    public async Task InitializeAsync()
    {
        _web = await LoopbackWeb.StartAsync(AnswerAsync);
        _fixture = await StoreFixture.OpenAsync();
        _host = Host(_fixture.Store);
        _rules = SiteRuleSet.Load([new SiteFile("news.yaml", "name: news\nhosts: [news.example]\nselect:\n  title: h1\n  body: article\nnext_page: a.next\n")]);
        _rules.Problems.Should().BeEmpty();
        Offer("/a", "The first part of it, long enough to be read.", "/a?page=2");
        Offer("/a?page=2", "The second part of it, long enough to be read.", "/a?page=3");
        Offer("/a?page=3", "The third part of it, long enough to be read.", null);
    }

    public async Task DisposeAsync()
    {
        _host.Dispose();
        await _fixture.DisposeAsync();
        await _web.DisposeAsync();
    }

    [Fact]
    public async Task All_pages_are_archived_and_read_again_without_the_network()
    {
        await FetchAsync();
        var asked = _web.Seen.Count;

        var page = await OnlyPageAsync();
        var report = await JudgeAsync();

        page.Page.Parts.Select(p => p.FinalUrl).Should().Equal("http://news.example/a?page=2", "http://news.example/a?page=3");
        report.Count(ReplayOutcome.Same).Should().Be(1);
        _web.Seen.Should().HaveCount(asked);
        (await _fixture.Store.Care.CheckAsync(default)).Should().BeEmpty();
    }

    [Fact]
    public async Task A_page_that_is_not_in_the_archive_costs_no_text()
    {
        await FetchAsync();
        Run("DELETE FROM page_part WHERE number = 2");

        var report = await JudgeAsync(apply: true);

        report.Count(ReplayOutcome.Incomplete).Should().Be(1);
        (await TextAsync(_fixture.Store)).Should().Be(Whole);
    }

    [Fact]
    public async Task A_changed_second_page_is_a_publisher_revision()
    {
        await FetchAsync();
        Offer("/a?page=2", "The second part of it, corrected by the paper.", "/a?page=3");
        _rules = SiteRuleSet.Load([new SiteFile("news.yaml", "name: news\nhosts: [news.example]\nselect:\n  title: h1\n  body: article\nstrip:\n  .none: advert\nnext_page: a.next\n")]);

        await FetchAsync();

        (await _fixture.Store.Articles.RevisionsAsync(1, default)).Select(r => r.Kind).Should().Equal(RevisionKind.Publisher, RevisionKind.Publisher);
    }

    [Fact]
    public async Task Parts_go_with_their_page()
    {
        await FetchAsync();

        await _fixture.Store.Archive.PruneAsync(new ArchiveRetention(null, TimeSpan.Zero, null), DateTimeOffset.UtcNow.AddDays(1), isTrial: false, default);

        (await _fixture.Store.Care.CheckAsync(default)).Should().BeEmpty();
        (await _fixture.Store.Archive.CountAsync(new PageFilter(), default)).Should().Be(0);
        Run("INSERT INTO site (name) SELECT 'no body is left' WHERE NOT EXISTS (SELECT 1 FROM blob)").Should().Be(1);
    }

    [Fact]
    public async Task They_stay_one_article_in_a_warc_file()
    {
        await FetchAsync();
        using var file = new MemoryStream();
        using (var writer = new WarcWriter(file, "a.warc.gz", "test", DateTimeOffset.UnixEpoch))
        {
            writer.Write((await OnlyPageAsync()).Page).Should().Be(3);
        }

        await using var other = await StoreFixture.OpenAsync();
        using var host = Host(other.Store);
        var report = new WarcImportReport();
        await new WarcImport(Pipeline(host), _rules, other.Store, new WarcLimits(), TimeProvider.System).RunAsync(file, new HashSet<string>(), report, default);

        (await TextAsync(other.Store)).Should().Be(Whole);
        (await other.Store.Articles.ListAsync(ArticleFilter.All, default)).Should().ContainSingle();
    }

    private static Pipeline Pipeline(IHost host) => host.Services.GetRequiredService<Pipeline>();

    private static async Task<string> TextAsync(IStore store) => (await store.Articles.FindAsync("http://news.example/a", default))!.Article.Text;

    private IHost Host(IStore store) => ScraperHost.Create(
        new ScraperOptions
        {
            Log = new LogOptions { Level = LogLevel.None },
            Fetching = new FetchOptions { Delay = TimeSpan.Zero, ConnectTo = new Dictionary<string, string> { ["news.example:80"] = $"127.0.0.1:{_web.Port}" } },
        },
        store).Build();

    private async Task FetchAsync() => await Pipeline(_host).ProcessAsync(new Uri("http://news.example/a"), _rules.ByName("news"), CancellationToken.None);

    private async Task<ReextractionReport> JudgeAsync(bool apply = false)
    {
        var report = new ReextractionReport();
        var reextractor = new Reextractor(Pipeline(_host), _rules, _fixture.Store, TimeProvider.System);
        var options = new ReextractionOptions { All = true, Force = true };
        await (apply ? reextractor.ApplyAsync(options, new HashSet<string>(), report, default) : reextractor.JudgeAsync(options, report, default));
        return report;
    }

    private async Task<StoredPage> OnlyPageAsync()
    {
        var pages = new List<StoredPage>();
        await foreach (var page in _fixture.Store.Archive.ReadAsync(new PageFilter { CurrentOnly = true }, default))
        {
            pages.Add(page);
        }

        return pages.Should().ContainSingle().Subject;
    }

    private int Run(string sql)
    {
        using var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={_fixture.Path};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteNonQuery();
    }

    private void Offer(string path, string text, string? next) =>
        _pages[path] = $"<html lang=en><body><article><h1>It</h1><p>{text}</p></article>{(next is null ? string.Empty : $"<a class=next href='{next}'>Next</a>")}</body></html>";

    private async Task AnswerAsync(HttpContext context)
    {
        if (!_pages.TryGetValue(context.Request.Path + context.Request.QueryString, out var page))
        {
            context.Response.StatusCode = 404;
            return;
        }

        context.Response.ContentType = "text/html";
        await context.Response.WriteAsync(page, context.RequestAborted);
    }
}
