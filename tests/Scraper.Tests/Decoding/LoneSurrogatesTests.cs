using System.Text;
using System.Text.Json;
using FluentAssertions;
using FsCheck;
using FsCheck.Fluent;
using Scraper.Core;
using Scraper.Core.Decoding;
using Xunit;

namespace Scraper.Tests.Decoding;

/// <summary>Emojis that were cut in two, in a page's JSON.</summary>
public sealed class LoneSurrogatesTests
{
    [Theory]
    [InlineData("\"plain\"", "\"plain\"")]
    [InlineData("\"a \\ud83d\"", "\"a \uFFFD\"")]
    [InlineData("\"\\uDE00 b\"", "\"\uFFFD b\"")]
    [InlineData("\"\\ud83d\\ud83d\\ude00\"", "\"\uFFFD\\ud83d\\ude00\"")]
    [InlineData("\"HL\"", "\"HL\"")]
    [InlineData("\"H\"", "\"\uFFFD\"")]
    [InlineData("\"LH\"", "\"\uFFFD\uFFFD\"")]
    [InlineData("\"\\ud83dL\"", "\"\uFFFD\uFFFD\"")]
    [InlineData("\"\\HL\"", "\"\\HL\"")]
    [InlineData("\"\\H\"", "\"\\\uFFFD\"")]
    [InlineData("\"\\uHL\"", "\"\\uHL\"")]
    [InlineData("\"\\\\ud83d\"", "\"\\\\ud83d\"")]
    [InlineData("\"\\ud8\"", "\"\\ud8\"")]
    [InlineData("\"\\u00e9\\", "\"\\u00e9\\")]
    public void Each_is_replaced_and_nothing_else(string json, string expected) =>
        LoneSurrogates.Replaced(Halves(json).AsMemory()).ToString().Should().Be(Halves(expected));

    // A half alone cannot stand in a test's name.
    private static string Halves(string text) => text.Replace('H', '\ud83d').Replace('L', '\ude00');

    [Fact]
    public void Whatever_stands_escaped_in_a_string_can_then_be_read()
    {
        var parts = Gen.Elements("\\ud83d", "\\uDE00", "\\\\", "\\n", "\\u0041", "x", "\ud83d", "\ude00", "é");
        Check.QuickThrowOnFailure(Prop.ForAll(parts.ArrayOf().ToArbitrary(), p =>
        {
            using var json = JsonDocument.Parse(LoneSurrogates.Replaced($"\"{string.Concat(p)}\"".AsMemory()));
            return json.RootElement.GetString() is not null;
        }));
    }

    [Fact]
    public void Whatever_is_left_is_no_half_of_a_pair()
    {
        var parts = Gen.Elements("\\ud83d", "\\uDE00", "\\", "\\u", "u", "d83d", "\"", "x", "\ud83d", "\ude00");
        Check.QuickThrowOnFailure(Prop.ForAll(parts.ArrayOf().ToArbitrary(), p =>
            new UTF8Encoding(false, throwOnInvalidBytes: true).GetByteCount(LoneSurrogates.Replaced(string.Concat(p).AsMemory()).ToString()) >= 0));
    }

    [Theory]
    [InlineData("\"description\":\"The first emoji \\ud83d\"")]
    [InlineData("\"headline\":\"Orchard stays open \\ud83d\",\"author\":{\"name\":\"Ann \\ud83d Lee\"},\"datePublished\":\"2024-03-01\\ud83d\"")]
    [InlineData("\"headline\":\"A backslash before an emoji \\\U0001F600\"")]
    [InlineData("\"articleBody\":\"A teaser that was cut off in an emoji \\ud83d\"")]
    public void A_page_whose_data_has_one_is_cleaned_like_any_other(string data)
    {
        const string Text = "<p>The orchard stays open, although the gate at its far end is locked after six in the evening.</p>";
        var html = $$"""<html><head><title>Orchard stays open</title><script type="application/ld+json">{"@type":"NewsArticle",{{data}}}</script></head><body><article><h1>Orchard stays open</h1>{{Text}}</article></body></html>""";

        new Extractor().ExtractHtml(html, new PageContext(), CancellationToken.None).Article.Text.Should().Contain("The orchard stays open");
    }
}
