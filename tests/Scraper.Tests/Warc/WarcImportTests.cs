using FluentAssertions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Scraper.Core.Sites;
using Scraper.Fetching;
using Scraper.Hosting;
using Scraper.Storage;
using Scraper.Tests.Fetching;
using Scraper.Tests.Storage;
using Scraper.Warc;
using Xunit;

namespace Scraper.Tests.Warc;

public sealed class WarcImportTests : IAsyncLifetime
{
    private static readonly SiteRuleSet Rules = SiteRuleSet.Load([new SiteFile("news.yaml", "name: news\nhosts: [a.example]\nselect:\n  title: h1\n  body: article\n")]);
    private StoreFixture _fixture = null!;
    private IHost _host = null!;

    public async Task InitializeAsync()
    {
        _fixture = await StoreFixture.OpenAsync();
        _host = ScraperHost.Create(new ScraperOptions { Log = new LogOptions { Level = LogLevel.None }, Fetching = new FetchOptions { Agent = "Gatherer" } }, _fixture.Store).Build();
    }

    public async Task DisposeAsync()
    {
        _host.Dispose();
        await _fixture.DisposeAsync();
    }

    [Theory]
    [InlineData("X-Robots-Tag: noindex\r\n", "", 1, 0, 0)]
    [InlineData("X-Robots-Tag: otherbot: noindex, gatherer: noarchive\r\n", "", 0, 1, 0)]
    [InlineData("tdm-reservation: 1\r\n", "<meta name=robots content='noindex, noarchive'>", 1, 1, 1)]
    [InlineData("", "", 0, 0, 0)]
    public async Task What_a_page_asks_of_those_who_keep_it_is_read_from_the_record(string headers, string meta, long noIndex, long noArchive, long tdm)
    {
        await ImportAsync(Page("A story of the harbour and of those who work in it.", headers, meta));

        _fixture.Query("SELECT noindex, noarchive, tdm_reservation FROM v1_articles").Should().ContainSingle().Which.Should().Equal(noIndex, noArchive, tdm);
    }

    [Fact]
    public async Task A_page_of_the_future_is_named_and_left_out()
    {
        byte[] first = Page("A story of the harbour and of those who work in it.");

        var report = await ImportAsync([.. first, .. Page("Another story of the harbour, which nobody has written yet.", date: "2124-03-01T00:00:00Z"), .. Page("A third story of the harbour and of its gate.", date: "2026-03-02T10:00:00Z")]);

        report.BrokenRecords.Should().ContainSingle().Which.Should().Be(new WarcEntry.Broken(first.Length, "its WARC-Date, 2124-03-01, lies in the future"));
        (await _fixture.Store.Articles.ListAsync(ArticleFilter.All, default)).Should().HaveCount(2, "a clock may be a little ahead");
    }

    [Fact]
    public async Task A_segment_of_a_record_is_no_page()
    {
        var report = await ImportAsync(WarcBytes.Record(WarcBytes.Http("<html><body><article><h1>It</h1><p>A story of the harbour"), more: "WARC-Segment-Number: 1\r\n"));

        report.Skipped.Should().ContainSingle().Which.Should().Be(new KeyValuePair<string, int>("a segment of a record", 1));
        (await _fixture.Store.Articles.ListAsync(ArticleFilter.All, default)).Should().BeEmpty();
    }

    private static byte[] Page(string text, string headers = "", string meta = "", string date = "2026-03-01T00:00:00Z") => WarcBytes.Record(
        WarcBytes.Http($"<html lang=en><head>{meta}<title>It</title></head><body><article><h1>It</h1><p>{text}</p></article></body></html>", headers), date: date);

    private async Task<WarcImportReport> ImportAsync(byte[] file)
    {
        var report = new WarcImportReport();
        using var stream = new MemoryStream(file, writable: false);
        await new WarcImport(_host.Services.GetRequiredService<Pipeline>(), Rules, _fixture.Store, new WarcLimits(), new ManualClock()).RunAsync(stream, new HashSet<string>(), report, default);
        return report;
    }
}
