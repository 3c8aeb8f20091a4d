using FluentAssertions;
using Xunit;

namespace Scraper.Tests.Metadata.World;

/// <summary>Headlines beside site names, sections and kickers.</summary>
public sealed class WorldHeadlineTests
{
    private const string Body = "<p>It rained all day long in the valley, and then it went on to rain through the night until the river rose.</p>";

    [Theory]
    [InlineData("Rain stops play | The Valley Times", "Rain stops play")]
    [InlineData("The Valley Times | Rain stops play", "Rain stops play")]
    [InlineData("Rain stops play - The Valley Times", "Rain stops play")]
    [InlineData("Rain stops play – Weather – The Valley Times", "Rain stops play")]
    [InlineData("Rain stops play|The Valley Times", "Rain stops play")]
    [InlineData("Rain stops play—The Valley Times", "Rain stops play")]
    [InlineData("Rain stops play « The Valley Times", "Rain stops play")]
    [InlineData("The Valley Times » Rain stops play", "Rain stops play")]
    [InlineData("The Valley Times: Rain stops play", "Rain stops play")]
    [InlineData("Rain stops play : The Valley Times", "Rain stops play")]
    [InlineData("Rain stops play · Weather · The Valley Times", "Rain stops play")]
    [InlineData("Rain stops play | Weather | The Valley Times", "Rain stops play")]
    [InlineData("Rain stops play at the old ground | Local News | The Valley Times", "Rain stops play at the old ground")]
    [InlineData("Rain stops play at the old ground | Local | Print Edition | The Valley Times", "Rain stops play at the old ground")]
    [InlineData("Rain stops play | Local News | The Valley Times", "Rain stops play | Local News")]
    [InlineData("Rain stops play: a club's long wait", "Rain stops play: a club's long wait")]
    [InlineData("Rain - and more rain - stops play", "Rain - and more rain - stops play")]
    [InlineData("Rain stops play &amp;amp; more", "Rain stops play & more")]
    [InlineData("Rain stops play at Lord&amp;#8217;s", "Rain stops play at Lord’s")]
    [InlineData("Rain\u00ADfall stops\u200B play", "Rainfall stops play")]
    public void A_title_alone_loses_the_sites_name(string title, string headline) =>
        ReadPage.Of($"<html lang=en><head><title>{title}</title><meta property=og:site_name content='The Valley Times'><meta property=article:section content=Weather></head><body>{Body}</body>").Title.Should().Be(headline);

    [Theory]
    [InlineData("zh", "山谷大雨不止_社会_山谷网", "山谷网", "山谷大雨不止")]
    [InlineData("zh", "山谷大雨不止-山谷网", "山谷网", "山谷大雨不止")]
    [InlineData("zh", "山谷大雨不止--社会--山谷网", "山谷网", "山谷大雨不止")]
    [InlineData("ja", "夜通し雨が続く：谷新聞デジタル", "谷新聞デジタル", "夜通し雨が続く")]
    [InlineData("ja", "夜通し雨が続く｜谷新聞", "谷新聞", "夜通し雨が続く")]
    [InlineData("ja", "夜通し雨が続く【谷新聞】", "谷新聞", "夜通し雨が続く")]
    [InlineData("ko", "밤새 비 계속돼 - 골짜기일보", "골짜기일보", "밤새 비 계속돼")]
    [InlineData("ko", "밤새 비 계속돼 : 골짜기일보", "골짜기일보", "밤새 비 계속돼")]
    [InlineData("ar", "المطر لا يتوقف | صحيفة الوادي", "صحيفة الوادي", "المطر لا يتوقف")]
    [InlineData("ru", "Дождь не прекращается — Долина", "Долина", "Дождь не прекращается")]
    [InlineData("de", "Regen im Tal: Kein Ende in Sicht - Talbote", "Talbote", "Regen im Tal: Kein Ende in Sicht")]
    [InlineData("th", "ฝนตกไม่หยุด | หุบเขา", "หุบเขา", "ฝนตกไม่หยุด")]
    public void Titles_of_other_scripts_lose_it_too(string language, string title, string site, string headline) =>
        ReadPage.Of($"<html lang={language}><head><title>{title}</title><meta property=og:site_name content='{site}'></head><body>{Body}</body>").Title.Should().Be(headline);

    [Theory]
    [InlineData("a logo as h1, the headline as h2", "<h1><a href=/>The Valley Times</a></h1><article><h2 class=title>Rain stops play at the old ground</h2>", "Rain stops play at the old ground")]
    [InlineData("a section as h1, the headline as h2", "<h1>Weather News</h1><article><h2>Rain stops play at the old ground</h2>", "Rain stops play at the old ground")]
    [InlineData("a kicker in its own line", "<h1><span style='display:block'>Cricket</span> <div>Rain stops play at the old ground</div></h1>", "Rain stops play at the old ground")]
    [InlineData("more in the heading than in the head", "<h1>Rain stops play at the old ground for the third day running</h1>", "Rain stops play at the old ground for the third day running")]
    [InlineData("two headings, one hidden copy", "<h1 hidden>Rain stops play at the old ground</h1><h1>Rain stops play at the old ground</h1>", "Rain stops play at the old ground")]
    [InlineData("a section heading inside the text", "<p>Intro text.</p><h1>What we know of the clouds</h1>", "Rain stops play at the old ground")]
    [InlineData("a badge behind it", "<h1>Rain stops play at the old ground <span class=badge>Premium</span></h1>", "Rain stops play at the old ground")]
    [InlineData("the byline in it", "<h1>Rain stops play at the old ground<small>By Ann Lee</small></h1>", "Rain stops play at the old ground")]
    [InlineData("more behind it without an element of its own", "<h1>Rain stops play at the old ground again</h1>", "Rain stops play at the old ground again")]
    [InlineData("soft hyphens", "<h1>Rain stops play at the old gro\u00ADund</h1>", "Rain stops play at the old ground")]
    [InlineData("a label of the live ticker", "<h1>Rain stops play at the old ground</h1><h1>Related: the last flood</h1>", "Rain stops play at the old ground")]
    public void The_heading_that_agrees_is_the_headline(string what, string markup, string headline) =>
        ReadPage.Of($"<html lang=en><head><title>Rain stops play at the old ground | The Valley Times</title><meta property=og:title content='Rain stops play at the old ground'><meta property=og:site_name content='The Valley Times'></head><body>{markup}{Body}</body>").Title.Should().Be(headline, what);

    [Theory]
    [InlineData("the section behind a bar is in the address", "Rain stops play at the old ground | District", "https://news.example.com/district/3436", "Rain stops play at the old ground")]
    [InlineData("the first og:title is the site", "The Valley Times", "https://news.example.com/x", "Rain stops play at the old ground")]
    public void Heads_that_say_too_much_or_too_little(string what, string og, string url, string headline) =>
        ReadPage.Of($"<html lang=en><head><title>Rain stops play at the old ground | The Valley Times</title><meta property=og:title content='{og}'><meta property=og:site_name content='The Valley Times'></head><body><h2>Rain stops play at the old ground</h2>{Body}</body>", url).Title.Should().Be(headline, what);

    [Fact]
    public void Of_a_head_that_names_the_site_alone_the_heading_is_believed() =>
        ReadPage.Of($"<html lang=en><head><title>The Valley Times</title><meta property=og:title content='The Valley Times'><meta property=og:site_name content='The Valley Times'></head><body><article><h1>Rain stops play at the old ground</h1>{Body}</article></body>").Title.Should().Be("Rain stops play at the old ground");

    [Fact]
    public void A_kicker_that_the_head_parts_with_a_bar_is_no_part_of_the_headline() =>
        ReadPage.Of($"<html lang=en><head><title>Opinion | Rain stops play at the old ground</title><meta property=og:title content='Opinion | Rain stops play at the old ground'></head><body><article><h1><span>Opinion</span> Rain stops play at the old ground</h1>{Body}</article></body>").Title.Should().Be("Rain stops play at the old ground");
}
