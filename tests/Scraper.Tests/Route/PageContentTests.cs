using System.Text;
using FluentAssertions;
using Scraper.Fetching;
using Scraper.Route;
using Xunit;

namespace Scraper.Tests.Route;

public sealed class PageContentTests
{
    private const string Html = "\n<!-- saved -->\n<!DOCTYPE html><html><body><p>The bridge will close.</p></body></html>";

    [Theory]
    [InlineData("text/html")]
    [InlineData(null)]
    [InlineData("*/*")]
    [InlineData("unknown/unknown")]
    [InlineData("application/unknown")]
    [InlineData("text/htm")]
    [InlineData("application/octet-stream")]
    [InlineData("text/plain")]
    public void An_html_document_is_one_whatever_the_server_calls_it(string? type)
    {
        PageContent.WhyUnreadable(Page(type, Html)).Should().BeNull();
        PageContent.IsPlainText(Page(type, Html)).Should().BeFalse();
    }

    [Theory]
    [InlineData("application/octet-stream", "The bridge will close.")]
    [InlineData("application/json", "{\"html\": \"<html>\"}")]
    [InlineData("text/css", "/* <html> */ body { color: red }")]
    [InlineData("application/pdf", "%PDF-1.4 <html>")]
    public void What_is_no_html_is_what_the_server_calls_it(string type, string body) => PageContent.WhyUnreadable(Page(type, body)).Should().Be(type);

    [Theory]
    [InlineData("The bridge will close.")]
    [InlineData("A text that ends in <html><body>")]
    [InlineData("<b>Bold</b> words in a letter")]
    public void A_text_about_markup_is_a_text(string body) => PageContent.IsPlainText(Page("text/plain", body)).Should().BeTrue();

    [Fact]
    public void A_document_in_utf_16_shows_itself_too() =>
        PageContent.IsPlainText(Page("text/plain", Html) with { Body = Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes(Html)).ToArray() }).Should().BeFalse();

    [Fact]
    public void Binary_data_is_no_page_under_any_name() =>
        PageContent.WhyUnreadable(Page("*/*", string.Concat(Enumerable.Range(0, 3_000).Select(i => (char)(i % 32))))).Should().Be("binary data served as */*");

    private static RawPage Page(string? type, string body) => new()
    {
        RequestedUrl = new Uri("http://news.example/a"),
        FinalUrl = new Uri("http://news.example/a"),
        Status = 200,
        Headers = new Dictionary<string, string>(),
        Body = Encoding.UTF8.GetBytes(body),
        ContentType = type,
        FetchedAt = DateTimeOffset.UnixEpoch,
    };
}
