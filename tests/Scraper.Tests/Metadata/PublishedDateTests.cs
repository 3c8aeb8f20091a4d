using FluentAssertions;
using Scraper.Core.Blocks;
using Scraper.Core.Metadata;
using Xunit;

namespace Scraper.Tests.Metadata;

/// <summary>Dates as publishers' systems declare and print them.</summary>
public sealed class PublishedDateTests
{
    [Theory]
    [InlineData("\"2024-05-01T10:00:00+0200\"", "2024-05-01T10:00:00+02:00")]
    [InlineData("\"2024-05-01T10:00:00.123456+02:00\"", "2024-05-01T10:00:00+02:00")]
    [InlineData("\"2024-05-01T10:00Z\"", "2024-05-01T10:00+00:00")]
    [InlineData("\"2024-05-01T10:00:00Z[UTC]\"", "2024-05-01T10:00:00+00:00")]
    [InlineData("\"20240501T100000Z\"", "2024-05-01T10:00:00+00:00")]
    [InlineData("\"2024-05-01 10:00:00 +02:00\"", "2024-05-01T10:00:00+02:00")]
    [InlineData("\"2024-05-01 10:00:00 -0400\"", "2024-05-01T10:00:00-04:00")]
    [InlineData("\"Wed, 01 May 2024 10:00:00 GMT\"", "2024-05-01T10:00:00+00:00")]
    [InlineData("\"Wed May 01 2024 10:00:00 GMT+0200 (CEST)\"", "2024-05-01T10:00:00+02:00")]
    [InlineData("\"2024-05-01\"", "2024-05-01")]
    [InlineData("1714557600000", "2024-05-01T10:00:00+00:00")]
    [InlineData("1714557600", "2024-05-01T10:00:00+00:00")]
    [InlineData("[\"2024-05-01T10:00:00Z\"]", "2024-05-01T10:00:00+00:00")]
    [InlineData("{\"@type\":\"DateTime\",\"@value\":\"2024-05-01T10:00:00Z\"}", "2024-05-01T10:00:00+00:00")]
    [InlineData("\"2024-04-30T24:00:00Z\"", "2024-05-01T00:00:00+00:00")]
    [InlineData("\"2024-04-30T24:00:00+02:00\"", "2024-05-01T00:00:00+02:00")]
    [InlineData("\"2023-12-31T24:00\"", "2024-01-01T00:00")]
    [InlineData("\"2024-05-01T10:00:00-08\"", "2024-05-01T10:00:00-08:00")]
    [InlineData("\"2024-05-01 10:00:00+02\"", "2024-05-01T10:00:00+02:00")]
    [InlineData("\"2024-05-01T10:00+02\"", "2024-05-01T10:00+02:00")]
    [InlineData("\"2024-05-01 10:00-12\"", "2024-05-01T10:00")]
    [InlineData("\"2024-W18-3\"", "2024-05-01")]
    [InlineData("\"2024W183\"", "2024-05-01")]
    [InlineData("\"2024-W18-3T10:00:00Z\"", "2024-05-01T10:00:00+00:00")]
    [InlineData("\"2024-122\"", "2024-05-01")]
    [InlineData("\"2024-122T10:00:00+02:00\"", "2024-05-01T10:00:00+02:00")]
    [InlineData("\"2024-W54-1\"", "")]
    [InlineData("\"2023-366\"", "")]
    [InlineData("\"01/05/2024 10:00\"", "2024-05-01T10:00")]
    [InlineData("\"May 1, 2024 10:00 AM\"", "2024-05-01T10:00")]
    public void Json_ld_dates_keep_their_zone(string date, string read) =>
        Published($$"""<html lang=en-GB><script type="application/ld+json">{"@type":"NewsArticle","headline":"Rain stops play","datePublished":{{date}}}</script><h1>Rain stops play</h1><p>It rained.</p>""").Should().Be(read);

    [Theory]
    [InlineData("en", "Published 4 March 2025 | Last updated 6 March 2025", "2025-03-04", "2025-03-06")]
    [InlineData("ko", "입력 2025.03.04. 오전 10:15 수정 2025.03.04. 오후 1:20", "2025-03-04T10:15", "2025-03-04T13:20")]
    [InlineData("ar", "الثلاثاء 4 آذار (مارس) 2025 - 10:15 ص آخر تحديث: الأربعاء 5 مارس 2025 - 09:00 ص", "2025-03-04T10:15", "2025-03-05T09:00")]
    [InlineData("en", "Updated 6 March 2025", "2025-03-06", "")]
    [InlineData("en", "Published 4 March 2025", "2025-03-04", "")]
    public void A_printed_update_is_the_last_change(string language, string line, string published, string modified)
    {
        var read = MetadataReader.Read(HtmlTree.Parse($"<html lang={language}><body><article><h1>Rain stops play</h1><p class=info>{line}</p><p>It rained all day long in the valley, and the river rose.</p></article>", HtmlLimits.Default, CancellationToken.None), new Uri("https://example.com/rain"));

        (read.PublishedAt?.ToString()).Should().Be(published);
        (read.ModifiedAt?.ToString() ?? string.Empty).Should().Be(modified);
    }

    [Theory]
    [InlineData("March 4, 2025 at 9:15 AM EST", "2025-03-04T09:15:00-05:00")]
    [InlineData("March 4, 2025 at 9:15 AM PST", "2025-03-04T14:15:00+00:00")]
    public void A_time_in_UTC_is_told_in_the_zone_that_the_page_prints(string line, string read) =>
        Published($$"""<html lang=en><script type="application/ld+json">{"@type":"NewsArticle","headline":"Rain stops play","datePublished":"2025-03-04T14:15:00Z"}</script><article><h1>Rain stops play</h1><p>{{line}}</p><p>It rained.</p></article>""").Should().Be(read);

    [Fact]
    public void Json_ld_that_a_framework_has_put_into_a_meta_counts() =>
        Published("""<html lang=en><meta name="script:ld+json" content="{&quot;@type&quot;:&quot;NewsArticle&quot;,&quot;headline&quot;:&quot;Rain stops play&quot;,&quot;datePublished&quot;:&quot;2024-05-01&quot;}"><h1>Rain stops play</h1><p>It rained.</p>""").Should().Be("2024-05-01");

    [Theory]
    [InlineData("<blockquote class=twitter-tweet><p>Rain</p><time datetime=2019-03-10>March 10, 2019</time></blockquote>", "")]
    [InlineData("<figure><img><figcaption>Rain, <time datetime=2011-05-03>3 May 2011</time></figcaption></figure>", "")]
    [InlineData("<div><time datetime=2024-05-01>1 May 2024</time></div>", "2024-05-01")]
    public void A_date_in_a_post_or_under_a_picture_is_not_the_article_s(string amid, string read)
    {
        var html = $"<html lang=en><article><h1>Rain stops play</h1><p>It rained.</p>{amid}<p>And rained.</p></article>";

        Published(html).Should().Be(read);
        Published(html, "https://example.com/2024/05/01/rain").Should().Be("2024-05-01");
    }

    [Theory]
    [InlineData("meta")]
    [InlineData("span")]
    public void Dates_of_teasers_do_not_go_before_the_one_that_the_head_declares(string element) =>
        Published($"""<html lang=en><meta name="date" content="May 1, 2024"><h1>Rain stops play</h1><p>It rained.</p><div>{string.Concat(Enumerable.Range(4, 5).Select(m => $"<div><a href=/{m}>Of the month</a><{element} itemprop=datePublished content=2025-0{m}-02></{element}></div>"))}</div>""").Should().Be("2024-05-01");

    [Theory]
    [InlineData("de", "Veröffentlicht am 1. Mai 2024, 10:00 Uhr", "2024-05-01T10:00")]
    [InlineData("de", "Stand: 01.05.2024 10:00 Uhr", "2024-05-01T10:00")]
    [InlineData("fr", "Publié le 1er mai 2024 à 10h00", "2024-05-01T10:00")]
    [InlineData("es", "1 de mayo de 2024 10:00", "2024-05-01T10:00")]
    [InlineData("pt", "01/05/2024 10h00", "2024-05-01T10:00")]
    [InlineData("no", "Publisert 1. mai 2024 kl. 10.00", "2024-05-01T10:00")]
    [InlineData("ja", "2024年5月1日 10時00分", "2024-05-01T10:00")]
    [InlineData("zh", "2024年05月01日 10:00", "2024-05-01T10:00")]
    [InlineData("ko", "입력 2024.05.01. 오전 10:00", "2024-05-01T10:00")]
    [InlineData("ar", "1 مايو 2024", "2024-05-01")]
    [InlineData("ar", "١ مايو ٢٠٢٤", "2024-05-01")]
    [InlineData("he", "1 במאי 2024", "2024-05-01")]
    [InlineData("tr", "1 Mayıs 2024 10:00", "2024-05-01T10:00")]
    [InlineData("hi", "1 मई 2024", "2024-05-01")]
    [InlineData("en", "Essay - Published: 2024.05.01 | ", "2024-05-01")]
    [InlineData("en", "blog | May 01, 2024", "2024-05-01")]
    [InlineData("en", "Post time: 2024-05-01", "2024-05-01")]
    [InlineData("en", "By Ann Lee · May 1, 2024 at 10:00 am · One comment so far", "2024-05-01T10:00")]
    public void A_date_in_print_is_read_in_its_language(string language, string line, string read) =>
        Published($"<html lang={language}><h1>Rain stops play</h1><p>{line}</p><p>It rained all day long, and then it went on to rain for another week or so.</p>").Should().Be(read);

    [Theory]
    [InlineData("<meta property=article:published_time content=2024-05-01T10:00:00+02:00><h1>T</h1><time datetime='2024-05-01T10:00'>1 May</time>", "2024-05-01T10:00:00+02:00")]
    [InlineData("<meta property=article:published_time content=2024-05-01T10:00:00Z><meta property=article:modified_time content=2024-05-03T10:00:00Z><h1>T</h1><p>Updated May 3, 2024</p>", "2024-05-01T10:00:00+00:00")]
    [InlineData("<meta property=article:published_time content=2024-05-03T10:00:00Z><h1>T</h1><p>Published <time pubdate datetime=2024-05-01>May 1, 2024</time></p>", "2024-05-01")]
    [InlineData("<meta property=article:published_time content=1714557600000><h1>T</h1>", "2024-05-01T10:00:00+00:00")]
    public void Contradictions_are_resolved_by_precedence(string html, string read) => Published($"<html lang=en>{html}<p>It rained.</p>").Should().Be(read);

    [Theory]
    [InlineData("<time datetime=2026-04-05T09:15:00+01:00>05/04/2026</time>", "2026-04-05T09:15:00+01:00")]
    [InlineData("<time datetime=2026-01-03T14:30:00Z>03/01/2026</time>", "2026-01-03T14:30:00+00:00")]
    [InlineData("<time datetime=2026-04-05T09:15:00+01:00>5 April 2026</time>", "2026-04-05T09:15:00+01:00")]
    [InlineData("<time datetime=2026-04-05>5 April 2026, 09:15</time>", "2026-04-05T09:15")]
    [InlineData("<time datetime=2026-04-05T07:15:00Z>5 April 2026, 09:15</time>", "2026-04-05T09:15:00+02:00")]
    [InlineData("<p>5 April 2026</p><aside class=related><time datetime=2026-05-04T09:15:00Z>4 May</time></aside>", "2026-04-05")]
    [InlineData("<p>5 April 2026</p><time datetime=2019-05-04T09:15:00Z>when it rained before</time>", "2026-04-05")]
    public void A_time_element_says_more_of_the_day_that_is_printed(string line, string read) =>
        Published($"<html lang=en><h1>Rain stops play</h1>{line}<p>It rained.</p>").Should().Be(read);

    private static string Published(string html, string url = "https://example.com/rain") =>
        MetadataReader.Read(HtmlTree.Parse(html, HtmlLimits.Default, CancellationToken.None), new Uri(url)).PublishedAt?.ToString() ?? "";
}
