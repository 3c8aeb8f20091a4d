using FluentAssertions;
using Scraper.Core;
using Xunit;

namespace Scraper.Tests.Metadata.Text;

/// <summary>Languages of pages that do not say theirs.</summary>
public sealed class UndeclaredLanguageTests
{
    [Theory]
    [InlineData("", "Es regnete die ganze Nacht im Tal, und der Fluss stieg so schnell, dass die Leute auf den Hügel ziehen mussten, bis die Brücke wieder offen war.", "de")]
    [InlineData("", "整夜的大雨使山谷里的河水迅速上涨，居民们被迫转移到高处，市政府表示桥梁已经封闭，学校今天停课，直到水位下降为止。", "zh")]
    [InlineData("", "It rained all night in the valley, and the river rose so fast that those who live there had to move up the hill until the bridge was open.", "en")]
    [InlineData("lang=de", "It rained all night in the valley, and the river rose so fast that those who live there had to move up the hill until the bridge was open.", "de")]
    public void A_page_that_does_not_say_its_language_has_that_of_its_text(string declared, string text, string language) =>
        new Extractor().ExtractHtml($"<html {declared}><body><article><h1>Rain</h1><p>{text}</p><p>{text.Replace(',', ';')}</p></article></body></html>", new PageContext { Url = new Uri("https://news.example.com/rain") }, CancellationToken.None)
            .Article.Language.Should().Be(language);
}
