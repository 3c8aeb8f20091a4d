using FluentAssertions;
using Scraper.Tests.Metadata.World;
using Xunit;

namespace Scraper.Tests.Metadata;

/// <summary>JSON-LD as templates break it.</summary>
public sealed class BrokenDataTests
{
    private const string Good = """{"@type":"NewsArticle","headline":"Rain stops play","datePublished":"2024-05-03T10:14:00Z","author":[{"@type":"Person","name":"Ann Lee"}]}""";

    [Theory]
    [InlineData("quotation marks in a text", """{"@type":"NewsArticle","headline":"Rain stops play","description":"They said "never", and "no", twice","datePublished":"2024-05-03T10:14:00Z","author":{"@type":"Person","name":"Ann Lee"}}""")]
    [InlineData("a quotation that ends a text", """{"@type":"NewsArticle","headline":"Rain stops play","description":"They said "never"","keywords":["a "b" c","d"],"datePublished":"2024-05-03T10:14:00Z","author":{"@type":"Person","name":"Ann Lee"}}""")]
    [InlineData("two values in one script", """{"@type":"WebPage","name":"x"} """ + Good)]
    [InlineData("two values and a comma", """{"@type":"WebPage","name":"x"}, """ + Good)]
    [InlineData("a comma left out", """{"@type":"NewsArticle" "headline":"Rain stops play", "datePublished":"2024-05-03T10:14:00Z" "author":[{"@type":"Person","name":"Ann Lee"} {"@type":"Person","name":""}]}""")]
    [InlineData("a comma twice", """{"@type":"NewsArticle",,"headline":"Rain stops play","datePublished":"2024-05-03T10:14:00Z",,"author":{"@type":"Person","name":"Ann Lee"}}""")]
    [InlineData("a value left out", """{"@type":"NewsArticle","image":,"headline":"Rain stops play","datePublished":"2024-05-03T10:14:00Z","author":{"@type":"Person","name":"Ann Lee"},"wordCount":}""")]
    [InlineData("a value of another language", """{"@type":"NewsArticle","image":undefined,"headline":"Rain stops play","datePublished":"2024-05-03T10:14:00Z","author":{"@type":"Person","name":"Ann Lee"}}""")]
    [InlineData("cut off in a text", """{"@type":"NewsArticle","headline":"Rain stops play","datePublished":"2024-05-03T10:14:00Z","author":[{"@type":"Person","name":"Ann Lee"}],"articleBody":"It rained""")]
    [InlineData("cut off behind a key", """{"@type":"NewsArticle","headline":"Rain stops play","datePublished":"2024-05-03T10:14:00Z","author":[{"@type":"Person","name":"Ann Lee"}],"articleBody":""")]
    [InlineData("a bracket that was never opened", """{"@type":"NewsArticle","headline":"Rain stops play","datePublished":"2024-05-03T10:14:00Z","author":{"@type":"Person","name":"Ann Lee"}]}""")]
    [InlineData("a comment with a quotation mark", """{"@type":"NewsArticle", // the "type" isn't"t""" + "\n" + """ "headline":"Rain "stops" play","datePublished":"2024-05-03T10:14:00Z","author":{"@type":"Person","name":"Ann Lee"}}""")]
    [InlineData("marks as entities", """{&quot;@type&quot;:&quot;NewsArticle&quot;,&quot;headline&quot;:&quot;Rain stops play&quot;,&quot;datePublished&quot;:&quot;2024-05-03T10:14:00Z&quot;,&quot;author&quot;:&quot;Ann Lee&quot;}""")]
    [InlineData("text behind it", Good + " var x = 1;")]
    public void Data_that_is_nearly_JSON_is_read(string what, string script) =>
        ReadPage.All($"<html lang=en><head><script type='application/ld+json'>{script}</script></head><body><h1>Rain stops play</h1></body>").Should().Be("Rain stops play / Ann Lee / 2024-05-03", what);
}
