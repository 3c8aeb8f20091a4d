using System.Diagnostics;
using System.Text;
using FluentAssertions;
using Scraper.Discovery.Feeds;
using Xunit;

namespace Scraper.Tests.Discovery.Feeds;

public class FeedReaderTests
{
    [Fact]
    public void A_JSON_feed_is_read()
    {
        var feed = Read("""{"version":"https://jsonfeed.org/version/1.1","title":"T","home_page_url":"/","items":[{"id":7,"url":"/a","title":"A","content_html":"<a href='/x'>x</a>","date_published":"2026-03-01T10:00:00Z","authors":[{"name":"Ann"}],"tags":["t"]}, "junk"]}""");
        feed!.Version.Should().Be("json11");
        feed.Entries.Should().ContainSingle();
        feed.Entries[0].Link.Should().Be("http://a.test/a");
        feed.Entries[0].Content[0].Value.Should().Be("<a href='http://a.test/x'>x</a>");
        feed.Entries[0].Published!.Value.Should().Be(new DateTimeOffset(2026, 3, 1, 10, 0, 0, TimeSpan.Zero));
    }

    [Theory]
    [InlineData("caf\u00e9", "caf\uFFFD")]
    [InlineData("x\\ud83d", "x\uFFFD")]
    [InlineData("x\\ude00y\\ud83d\\ude00", "x\uFFFDy😀")]
    public void A_letter_that_is_none_costs_a_JSON_feed_that_letter(string title, string read)
    {
        var body = Encoding.Latin1.GetBytes($$"""{"version":"https://jsonfeed.org/version/1.1","items":[{"url":"/a","title":"{{title}}"},{"url":"/b"}]}""");

        var feed = FeedReader.Read(body, "application/feed+json", null, new Uri("http://a.test/feed"));

        feed!.Entries.Select(entry => entry.Link).Should().Equal("http://a.test/a", "http://a.test/b");
        feed.Entries[0].Title!.Value.Should().Be(read);
    }

    [Theory]
    [InlineData("utf-7", null)]
    [InlineData(null, "utf-7")]
    [InlineData("UTF-7", "utf-7")]
    [InlineData("no-such-thing", "x-user-defined")]
    public void An_encoding_that_cannot_be_read_is_passed_over(string? charset, string? declared)
    {
        var body = Encoding.UTF8.GetBytes($"<?xml version='1.0'{(declared is null ? string.Empty : $" encoding='{declared}'")}?><rss><channel><item><title>café</title><link>http://a.test/1</link></item></channel></rss>");

        var feed = FeedReader.Read(body, "application/rss+xml", charset, new Uri("http://a.test/feed"));

        feed!.Entries.Single().Title!.Value.Should().Be("café");
        feed.Encoding.Should().Be("utf-8");
    }

    [Theory]
    [InlineData("iso-8859-1", "encoding='utf-8'", "UTF-8", "http://a.test/café")]
    [InlineData("windows-1252", "", "UTF-8", "http://a.test/café")]
    [InlineData("iso-8859-1", "encoding='utf-8'", "iso-8859-1", "http://a.test/café")]
    public void A_charset_that_a_server_says_of_every_file_does_not_spoil_UTF_8(string charset, string declaration, string actual, string link)
    {
        var body = Encoding.GetEncoding(actual).GetBytes($"<?xml version='1.0' {declaration}?><rss><channel><item><link>http://a.test/café</link></item></channel></rss>");

        FeedReader.Read(body, "application/rss+xml", charset, new Uri("http://a.test/feed"))!.Entries.Single().Link.Should().Be(link);
    }

    [Theory]
    [InlineData("<guid>12345</guid>", null)]
    [InlineData("<guid isPermaLink='true'>12345</guid>", "http://a.test/12345")]
    [InlineData("<guid>/12345</guid>", "http://a.test/12345")]
    [InlineData("<guid>http://a.test/1</guid>", "http://a.test/1")]
    [InlineData("<guid isPermaLink='false'>http://a.test/1</guid>", null)]
    public void A_guid_is_the_link_where_it_is_an_address(string guid, string? link) =>
        Read($"<rss><channel><item><title>One</title>{guid}</item></channel></rss>")!.Entries.Single().Link.Should().Be(link);

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("<html><body>no feed</body></html>")]
    [InlineData("{\"items\":7}")]
    [InlineData("{\"items\":[")]
    [InlineData("plain text")]
    [InlineData("<")]
    [InlineData("<rss")]
    public void What_is_no_feed_is_no_error(string text) => (Read(text)?.Entries ?? []).Should().BeEmpty();

    [Theory]
    [InlineData("<rss><channel><item><title>One<title><link>http://a.test/1</link><item><title>Two</title><link>http://a.test/2</link></channel>")]
    [InlineData("<rss><channel><item><title>A & B</title><link>http://a.test/1?a=1&b=2</link></item><item><dc:creator>x</dc:creator><link>http://a.test/2</link></item></rss>")]
    [InlineData("<rss><channel><item><title>&nbsp;&bogus;</title><link>http://a.test/1</link></item><item><link>http://a.test/2</link><description><p>open")]
    public void Ill_formed_feeds_give_their_entries_all_the_same(string text)
    {
        var feed = Read(text);

        feed!.Problem.Should().NotBeNull();
        feed.Entries.Should().HaveCount(2);
        feed.Entries[1].Link.Should().Be("http://a.test/2");
    }

    [Fact]
    public void Entities_do_not_expand_without_bound_and_nothing_external_is_read()
    {
        var lol = new StringBuilder("<!DOCTYPE rss [<!ENTITY a0 \"lolololol\">");
        for (var i = 1; i < 12; i++)
        {
            lol.Append(null, $"<!ENTITY a{i} \"{string.Concat(Enumerable.Repeat($"&a{i - 1};", 10))}\">");
        }

        lol.Append("]><rss><channel><title>&a11;</title><item><title>T</title><link>http://a.test/1</link></item></channel></rss>");
        var watch = Stopwatch.StartNew();
        var bomb = Read(lol.ToString());
        var external = Read("<!DOCTYPE rss [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><rss><channel><title>a&x;b</title></channel></rss>");

        watch.Elapsed.Should().BeLessThan(TimeSpan.FromSeconds(2));
        bomb!.Title!.Value.Length.Should().BeLessThan(300_000);
        external!.Title!.Value.Should().NotContain("root:");
    }

    [Theory]
    [InlineData("<a>", 300_000)]
    [InlineData("<item>", 300_000)]
    [InlineData("<a b='", 200_000)]
    [InlineData("&amp;", 500_000)]
    [InlineData("<![CDATA[", 200_000)]
    [InlineData("</a>", 300_000)]
    [InlineData("<!--", 200_000)]
    public void Hostile_nesting_ends_in_time(string part, int times)
    {
        var text = "<rss><channel>" + string.Concat(Enumerable.Repeat(part, times));
        var watch = Stopwatch.StartNew();

        Read(text).Should().NotBeNull();

        watch.Elapsed.Should().BeLessThan(TimeSpan.FromSeconds(10));
    }

    [Theory]
    [InlineData("2003", 2003, 1, 1, 0)]
    [InlineData("2003-12", 2003, 12, 1, 0)]
    [InlineData("2003-12-31T10:14:55-08:00", 2003, 12, 31, 18)]
    [InlineData("2003-12-31 10:14", 2003, 12, 31, 10)]
    [InlineData("Thu, 01 Jan 2004 19:48:21 EST", 2004, 1, 2, 0)]
    [InlineData("1 January 2004 19:48 +0100", 2004, 1, 1, 18)]
    [InlineData("Thu, 01 Jan 04 19:48:21 GMT", 2004, 1, 1, 19)]
    [InlineData("Thu Jan  1 19:48:21 2004", 2004, 1, 1, 19)]
    [InlineData("Thu, 01-Jan-2004 19:48:21 GMT", 2004, 1, 1, 19)]
    public void Dates_are_read(string text, int year, int month, int day, int hour)
    {
        var date = FeedDate.Read(text).Value!.Value;

        (date.Year, date.Month, date.Day, date.Hour).Should().Be((year, month, day, hour));
    }

    [Theory]
    [InlineData("yesterday")]
    [InlineData("31 Foo 2004")]
    [InlineData("2003-13-01")]
    [InlineData("2003-02-30")]
    [InlineData("")]
    [InlineData("0000-01-01")]
    [InlineData("99 Jan 2004 99:99:99")]
    public void What_is_no_date_is_none(string text) => FeedDate.Read(text).Value.Should().BeNull();

    private static Feed? Read(string text) => FeedReader.Read(Encoding.UTF8.GetBytes(text), "application/xml", null, new Uri("http://a.test/feed"));
}
