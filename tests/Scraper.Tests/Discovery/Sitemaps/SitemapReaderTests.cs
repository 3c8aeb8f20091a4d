using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using FluentAssertions;
using Scraper.Discovery;
using Scraper.Discovery.Sitemaps;
using Scraper.Fetching;
using Xunit;

namespace Scraper.Tests.Discovery.Sitemaps;

[Collection("measured")]
public sealed class SitemapReaderTests
{
    private const string Two = "<urlset><url><loc>http://a.test/1</loc></url><url><loc>http://a.test/2</loc></url></urlset>";

    [Theory]
    [InlineData("\n\n<?xml version='1.0'?>" + Two)]
    [InlineData("\uFEFF <?xml version='1.0' encoding='utf-8'?>" + Two)]
    [InlineData("<?xml version='1.0'?><!-- <url> --><?pi > ?><!DOCTYPE urlset [<!ENTITY a '>'>]>" + Two)]
    [InlineData("<sm:urlset xmlns:sm='x'><sm:url><sm:loc>http://a.test/1</sm:loc></sm:url><sm:url><sm:loc><![CDATA[http://a.test/2]]></sm:loc></sm:url></sm:urlset>")]
    [InlineData("<urlset a=\"<>\"><url><image:image><image:loc>http://a.test/p.jpg</image:loc></image:image><loc>http://a.test/1</loc></url><url><loc> http://a.test/2 </loc><image:loc>http://a.test/q.jpg</image:loc></url></urlset>")]
    [InlineData("<urlset><url><loc>http://a.test/1</loc><url><loc>http://a.test/2</loc></urlset>")]
    [InlineData("<urlset><url><loc>http://a.test/1<lastmod>2026-03-01<changefreq>daily</changefreq></url><url><loc>http://a.test/2</loc></url></urlset>")]
    [InlineData("<urlset><url><loc>http://a.test/1<url><loc>http://a.test/2</loc></urlset>")]
    [InlineData("<urlset><url><loc>http://a.test/1</loc></url></b><url><loc>http://a.test/2</loc></url><url><loc>http://a.test/3")]
    [InlineData("<urlset><url/><url><video:video><video:title>&nbsp;&bogus; & so on</video:title></video:video><loc>http://a.test/1</loc></url><URL><LOC>http://a.test/2</LOC></URL></urlset>")]
    [InlineData("  http://a.test/1\r\n\r\n\thttp://a.test/2 \n# no link\n")]
    public void A_sitemap_is_read_with_its_usual_slips(string text) => Links(Read(Encoding.UTF8.GetBytes(text))).Should().Equal("http://a.test/1", "http://a.test/2");

    [Theory]
    [InlineData("windows-1251", null, "windows-1251")]
    [InlineData(null, "windows-1251", "windows-1251")]
    [InlineData("utf-16", null, "utf-16")]
    [InlineData("utf-16", null, "utf-16BE")]
    [InlineData("utf-16", null, "utf-8")]
    [InlineData("utf-7", "utf-7", "utf-8")]
    [InlineData("no-such-thing", "us-ascii", "utf-8")]
    [InlineData(null, "iso-8859-1", "utf-8")]
    [InlineData(null, null, "utf-8")]
    public void A_sitemap_is_read_in_its_encoding(string? declared, string? charset, string actual)
    {
        var text = $"<?xml version='1.0'{(declared is null ? string.Empty : $" encoding='{declared}'")}?><urlset><url><loc>http://a.test/1</loc><news:news><news:title>Новости</news:title></news:news></url></urlset>";

        var reading = Read((CodePagesEncodingProvider.Instance.GetEncoding(actual) ?? Encoding.GetEncoding(actual)).GetBytes(text), charset);

        reading.Links.Should().ContainSingle().Which.Should().Be(new FoundLink("http://a.test/1", "Новости", null));
    }

    [Fact]
    public void Entities_of_an_address_and_a_title_are_read()
    {
        var reading = Read("<urlset><url><loc>http://a.test/?a=1&amp;b=2&c=3</loc><news:news><news:publication><news:name>N</news:name></news:publication><news:publication_date>2026-03-01</news:publication_date><news:title>A &amp; B&nbsp;&#39;s &bogus;</news:title></news:news><lastmod>2026-03-09</lastmod></url></urlset>"u8.ToArray());

        reading.Links.Single().Should().Be(new FoundLink("http://a.test/?a=1&b=2&c=3", "A & B\u00A0's &bogus;", new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.Zero)));
        reading.Error.Should().BeNull();
    }

    [Theory]
    [InlineData("http://a.test/1\nhttp://a.test/2\n")]
    [InlineData(Two)]
    [InlineData("<rss><channel><item><link>http://a.test/1</link></item><item><link>http://a.test/2</link></item></channel></rss>")]
    public void Each_form_may_be_gzipped(string text) => Links(Read(Gzip(Encoding.UTF8.GetBytes(text)))).Should().Equal("http://a.test/1", "http://a.test/2");

    [Fact]
    public void Of_an_index_with_very_many_sitemaps_the_newest_come_first()
    {
        var index = new StringBuilder("<sitemapindex>");
        for (var i = 0; i < 50_000; i++)
        {
            index.Append(null, $"<sitemap><loc>/part{i}.xml</loc><lastmod>{new DateTime(2000, 1, 1).AddHours(i):yyyy-MM-dd'T'HH:mm:ss'Z'}</lastmod></sitemap>");
        }

        var named = Read(Encoding.UTF8.GetBytes(index.Append("</sitemapindex>").ToString())).Further;

        named.Take(3).Select(url => url.AbsolutePath).Should().Equal("/part49999.xml", "/part49998.xml", "/part49997.xml");
        named.Count.Should().BeLessThanOrEqualTo(1_000);
    }

    [Theory]
    [InlineData("<urlset><url><loc>http://a.test/1</loc></url><url><loc>http://a.te")]
    [InlineData("<urlset><url><loc>http://a.test/1</loc>")]
    public void Of_one_that_breaks_off_what_is_whole_is_read_and_the_rest_said(string text)
    {
        var reading = Read(Encoding.UTF8.GetBytes(text));

        Links(reading).Should().Equal("http://a.test/1");
        reading.Note.Should().Contain("not well-formed");
        reading.Error.Should().BeNull();
    }

    [Fact]
    public void Broken_gzip_is_read_to_the_break()
    {
        var body = Gzip(Encoding.UTF8.GetBytes(Two + new string(' ', 100_000) + Guid.NewGuid()));

        var reading = Read(body[..^20]);

        Links(reading).Should().HaveCount(2);
        reading.Note.Should().Contain("breaks off");
        Read([0x1F, 0x8B, 1, 2, 3]).Error.Should().NotBeNull();
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("<")]
    [InlineData("<urlset")]
    [InlineData("<urlset>")]
    [InlineData("<html><a href=/1>One</a></html>")]
    [InlineData("no list")]
    [InlineData("<!-- <![CDATA[")]
    [InlineData("<![CDATA[")]
    public void What_names_nothing_says_so(string text)
    {
        var reading = Read(Encoding.UTF8.GetBytes(text));

        reading.Links.Should().BeEmpty();
        reading.Error.Should().NotBeNullOrEmpty();
    }

    [Fact]
    public void Fifty_megabytes_are_read_and_no_more_in_bounded_memory()
    {
        const string Entry = "<url><loc>http://a.test/1</loc><image:image><image:loc>http://a.test/picture.jpg</image:loc></image:image><lastmod>2026-03-01</lastmod></url>\n";
        var body = Encoding.UTF8.GetBytes("<urlset>" + new string(' ', 44_000_000) + string.Concat(Enumerable.Repeat(Entry, 50_000)) + "</urlset>");

        var before = GC.GetAllocatedBytesForCurrentThread();
        var reading = Read(body);

        reading.Links.Should().HaveCountGreaterThan(49_000);
        (GC.GetAllocatedBytesForCurrentThread() - before).Should().BeLessThan(200_000_000);
        Read(Gzip(Encoding.UTF8.GetBytes("<urlset>" + new string(' ', 53_000_000) + "<url><loc>http://a.test/1</loc></url></urlset>"))).Error.Should().Contain("is left");
    }

    [Theory]
    [InlineData("<a>", 3_000_000)]
    [InlineData("</a>", 2_000_000)]
    [InlineData("<url>", 2_000_000)]
    [InlineData("<url", 2_000_000)]
    [InlineData("<", 8_000_000)]
    [InlineData("&amp", 2_000_000)]
    [InlineData("<a b=\"", 1_000_000)]
    [InlineData("<![CDATA[", 1_000_000)]
    [InlineData("<!--", 2_000_000)]
    [InlineData("<url><loc>", 800_000)]
    [InlineData("http://a.test/", 600_000)]
    public void Hostile_sitemaps_end_in_time(string part, int times)
    {
        var body = Encoding.UTF8.GetBytes((part[0] == '<' ? "<urlset>" : string.Empty) + string.Concat(Enumerable.Repeat(part, times)));
        var watch = Stopwatch.StartNew();

        Read(body);

        watch.Elapsed.Should().BeLessThan(TimeSpan.FromSeconds(20));
    }

    private static IEnumerable<string> Links(SourceReading reading) => reading.Links.Select(link => link.Url);

    private static byte[] Gzip(byte[] body)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
        {
            gzip.Write(body);
        }

        return packed.ToArray();
    }

    private static SourceReading Read(byte[] body, string? charset = null) => SitemapReader.Read(new RawPage
    {
        RequestedUrl = new Uri("http://a.test/sitemap.xml"),
        FinalUrl = new Uri("http://a.test/sitemap.xml"),
        Status = 200,
        Headers = new Dictionary<string, string>(),
        Body = body,
        Charset = charset,
        FetchedAt = DateTimeOffset.UnixEpoch,
    });
}
