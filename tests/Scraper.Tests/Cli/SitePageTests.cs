using System.Text;
using FluentAssertions;
using Scraper.Cli;
using Scraper.Storage;
using Xunit;

namespace Scraper.Tests.Cli;

public sealed class SitePageTests : IDisposable
{
    private readonly string _file = Path.GetTempFileName();

    static SitePageTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public void Dispose() => File.Delete(_file);

    [Theory]
    [InlineData("iso-8859-1", "Die Bühne war grün, und die Leute saßen still")]
    [InlineData("shift_jis", "東京で新しい記事が公開されました。今日の天気は晴れです。")]
    [InlineData("windows-1251", "Сегодня в Москве открылась новая выставка")]
    [InlineData("utf-8", "Čeština a žluťoučký kůň")]
    [InlineData("utf-16", "Čeština a žluťoučký kůň")]
    public async Task A_saved_page_is_read_in_the_encoding_it_names(string charset, string text)
    {
        var encoding = Encoding.GetEncoding(charset);
        await File.WriteAllBytesAsync(_file, [.. encoding.GetPreamble(), .. encoding.GetBytes($"<html><head><meta charset={charset}></head><body><p>{text}</p></body></html>")]);

        var page = await SitePage.ReadAsync(_file, new Uri("https://example.com/a"), new(), null, default);

        page.Html.Should().Contain($"<p>{text}</p>").And.StartWith("<html>");
        page.Host.Should().Be("example.com");
    }

    [Theory]
    [InlineData(null, "https://hill.example/a", "hill.example")]
    [InlineData(null, "/a", "")]
    [InlineData(null, "file:///a", "")]
    [InlineData("https://said.example/a", "https://hill.example/a", "said.example")]
    public void A_saved_page_tells_its_host_by_its_canonical_address(string? url, string canonical, string host) =>
        new SitePage(url is null ? null : new Uri(url), $"<html><head><link rel=canonical href=\"{canonical}\"></head><body><p>Text.</body></html>")
            .AtItsOwnAddress(default).Host.Should().Be(host);

    [Fact]
    public void A_page_of_the_archive_is_read_in_the_encoding_that_it_was_served_with()
    {
        const string Text = "Сегодня в Москве";
        var page = new FetchedPage
        {
            Url = "https://example.com/a",
            FinalUrl = "https://example.com/b",
            Status = 200,
            Headers = new Dictionary<string, string> { ["content-type"] = "text/html; charset=koi8-r" },
            Body = Encoding.GetEncoding("koi8-r").GetBytes($"<p>{Text}</p>"),
            FetchedAt = DateTimeOffset.UnixEpoch,
        };

        SitePage.Of(page).Should().Be(new SitePage(new Uri("https://example.com/b"), $"<p>{Text}</p>"));
        SitePage.Of(page with { FinalUrl = "no address" }).Should().BeNull();
    }

    [Fact]
    public async Task A_file_that_is_no_text_is_refused()
    {
        await File.WriteAllBytesAsync(_file, [.. Enumerable.Range(0, 4096).Select(i => (byte)(i * 7919 >> 5))]);

        var read = () => SitePage.ReadAsync(_file, null, new(), null, default);

        (await read.Should().ThrowAsync<CliException>()).WithMessage($"{_file}: not a text*");
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_named()
    {
        var read = () => SitePage.ReadAsync("nowhere.html", null, new(), null, default);

        (await read.Should().ThrowAsync<CliException>()).WithMessage("nowhere.html: no such file*");
    }
}
