using System.Text.Json;
using FluentAssertions;
using Scraper.Core;
using Scraper.Core.Articles;
using Scraper.Core.Sites;
using Xunit;

namespace Scraper.Tests.Articles;

public sealed class JsonArticleWriterTests
{
    private const string Page = """
        <html lang=en><head><meta property=article:section content=News><meta property=article:tag content=bridges></head><body>
        <p class=crumb>Transport</p><h1>The bridge</h1><article><p>The council voted on Tuesday to close the old bridge for repairs.</p></article>
        <p class=tags><a>roads</a><a>winter</a></p></body></html>
        """;

    [Theory]
    [InlineData("select: { body: article }", "News", "bridges")]
    [InlineData("select: { body: article, section: .crumb, tags: .tags a }", "Transport", "roads winter")]
    public void Section_and_tags_are_the_rule_s_before_the_page_s(string keys, string section, string tags)
    {
        var rule = SiteRuleReader.Read("a.yaml", "hosts: [a.com]\n" + keys).Rule;

        using var json = JsonDocument.Parse(JsonArticleWriter.ToJson(new Extractor().ExtractHtml(Page, new PageContext { Rule = rule }, default).Article));

        json.RootElement.GetProperty("section").GetString().Should().Be(section);
        string.Join(' ', json.RootElement.GetProperty("tags").EnumerateArray().Select(t => t.GetString())).Should().Be(tags);
    }
}
