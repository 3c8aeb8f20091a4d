using FluentAssertions;
using Scraper.Core.Metadata;
using Scraper.Storage;
using Scraper.Storage.Exports;
using Xunit;
using YamlDotNet.Serialization;

namespace Scraper.Tests.Storage;

public sealed class MarkdownExportTests
{
    [Theory]
    [InlineData("Grin \U0001F600 and \U0001D6D1")]
    [InlineData("He said \"no\": {a} #b \\ c 'd' - e")]
    [InlineData("two\nlines\u2028and\u0085more\ttabs")]
    [InlineData("\u001b[2J")]
    [InlineData("\uFEFFmark")]
    [InlineData("null")]
    [InlineData("")]
    [InlineData("سلام 你好")]
    public void Front_matter_is_YAML_that_says_what_the_article_says(string text)
    {
        using var output = new StringWriter();

        new MarkdownExport().Write(Stored(text), output);

        var front = output.ToString().Split("---\n")[1];
        var read = new DeserializerBuilder().Build().Deserialize<Dictionary<string, object>>(front);
        read["title"].Should().Be(text);
        read["authors"].Should().BeEquivalentTo(new[] { text, "Ann" });
        read["section"].Should().Be(text);
        read["tags"].Should().BeEquivalentTo(new[] { "Ann", text });
        front.Should().NotContain("\\ud", "an emoji is no two characters");
    }

    [Fact]
    public void Half_a_character_is_replaced()
    {
        using var output = new StringWriter();

        new MarkdownExport().Write(Stored("a\uD83Db"), output);

        output.ToString().Should().Contain("title: \"a\uFFFDb\"");
    }

    private static StoredArticle Stored(string text) => new()
    {
        Id = 1,
        Article = StoreFixture.Article("https://example.com/a", "A text.", text) with { Authors = [text, "Ann"], Metadata = PageMetadata.None with { Section = text, Tags = ["Ann", text] } },
        FirstSeenAt = StoreFixture.Now,
        FetchedAt = StoreFixture.Now,
        CheckedAt = StoreFixture.Now,
        PublisherRevision = 1,
        ExtractorRevision = 1,
        ChangeSeq = 1,
        Extractor = "rules 1",
    };
}
