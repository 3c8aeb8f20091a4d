using FluentAssertions;
using Scraper.Core.Blocks;
using Scraper.Core.Metadata;
using Xunit;

namespace Scraper.Tests.Metadata;

/// <summary>Headlines as publishers' systems declare and print them.</summary>
public sealed class HeadlineTests
{
    [Theory]
    [InlineData("<title>Rain stops play | The Daily Example</title><meta property=og:title content='Rain stops play again in the north'><h1>Rain stops play again in the north</h1>", "Rain stops play again in the north")]
    [InlineData("<title>Rain stops play again - Sport - The Daily Example</title><meta property=og:site_name content='The Daily Example'><h1 class=logo>The Daily Example</h1>", "Rain stops play again - Sport")]
    [InlineData("<title>Rain and how to stop it &#8212; Example 1.0 documentation</title><h1>Rain and how to stop it<a class=headerlink href=#rain>¶</a></h1>", "Rain and how to stop it")]
    [InlineData("<title>Regen stoppt das Spiel | Beispielzeitung</title><h1><span>Wetter</span>\n<span>Regen stoppt das Spiel</span></h1>", "Regen stoppt das Spiel")]
    [InlineData("<meta property=og:title content='Rain stops play in the far north'><h1>Rain stops play in the far north</h1><div class='related carousel'><h1>Rain stops play</h1></div>", "Rain stops play in the far north")]
    [InlineData("<meta property=og:title content='Our Favorite Biking Spots of all'><h1>Example Magazine</h1><article><h1>The Best Trails in Houston for Biking</h1></article><div class=widget><h1>Here is where to kayak in Houston</h1></div>", "The Best Trails in Houston for Biking")]
    [InlineData("<title>Rain stops play: ground under water | The Daily Example</title><h1><span>Rain stops play:</span>ground under water</h1>", "Rain stops play: ground under water")]
    [InlineData("<title>Rain stops play | The Daily Example</title><h1>Rain stops  play</h1>", "Rain stops play")]
    [InlineData("<title>雨で試合中止 | 例新聞</title><meta property=og:site_name content=例新聞><h1>雨で試合中止</h1>", "雨で試合中止")]
    [InlineData("<title>雨で試合中止 - 例新聞</title><meta property=og:site_name content=例新聞>", "雨で試合中止")]
    [InlineData("<title>المطر يوقف المباراة | صحيفة المثال</title><meta property=og:site_name content='صحيفة المثال'>", "المطر يوقف المباراة")]
    [InlineData("<title>Warum der Regen das Spiel jedes Jahr beendet | Beispielzeitung</title><meta property=og:title content='Warum der Regen das Spiel jedes Jahr beendet'><h1><span class=topline>Wetter im Norden</span><span class=text>Warum der Regen das Spiel jedes Jahr beendet</span></h1>", "Warum der Regen das Spiel jedes Jahr beendet")]
    [InlineData("<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"Fünf Tage Regen\"}</script><meta property=og:title content='Wetter im Norden: Fünf Tage Regen'><h1><span><span>Wetter im Norden</span><span>:</span></span><span>Fünf Tage Regen</span></h1>", "Fünf Tage Regen")]
    [InlineData("<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"rain\"}</script><h1>Five days of rain</h1>", "Five days of rain")]
    [InlineData("<h1>“Rain stops play”: what we know</h1>", "“Rain stops play”: what we know")]
    [InlineData("<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"Rain &amp; wind stop play\"}</script><title>Rain &amp; wind stop play</title>", "Rain & wind stop play")]
    [InlineData("<meta property=og:title content='Rain &amp;#x26; wind stop play'><title>x</title>", "Rain & wind stop play")]
    [InlineData("<body><article><h1>Avalanche</h1><p>Snow fell.</p></article>", "Avalanche")]
    [InlineData("<body><h1>Fog</h1><p>It was grey.</p>", "Fog")]
    [InlineData("<title></title><body><h1>大雪</h1><p>下了。</p>", "大雪")]
    public void The_headline_stands_without_the_site(string html, string title) =>
        MetadataReader.Read(HtmlTree.Parse($"<html>{html}<p>It rained.</p>", HtmlLimits.Default, CancellationToken.None), new Uri("https://example.com/rain")).Title.Should().Be(title);
}
