using System.Text.Json;
using FluentAssertions;
using Scraper.Core.Blocks;
using Xunit;

namespace Scraper.Tests.Blocks;

/// <summary>Pages of which a script makes the markup: their article stands only in the state that the script begins with.</summary>
public sealed class StateTextTests
{
    private const string Title = "Ferry to stop in March";

    /// <summary>More text than a page has that shows nothing.</summary>
    private static readonly string Menu = string.Concat(Enumerable.Range(1, 150).Select(i => $"<a href=/{i}>Section number {i} of the paper</a> "));

    private static readonly string[] Story =
    [
        "The council said on Monday that the ferry between the two towns would stop in March, because its repair would cost more than the county has.",
        "More than four hundred people cross the water every day to work and to school, and a bridge was promised to them thirty years ago.",
        "“We were told that nobody uses it,” said a nurse who crosses four times a week, “but the bakers do, and so do we.”",
        "The ferry has run since 1958, and its operator had warned that it would end the service unless somebody paid for the winter.",
    ];

    private static readonly (BlockKind Kind, string Text)[] Whole =
        [(BlockKind.Paragraph, Story[0]), (BlockKind.Heading, "What it costs"), (BlockKind.Paragraph, Story[1]), (BlockKind.ListItem, "A winter"), (BlockKind.ListItem, "A boat"), (BlockKind.Paragraph, Story[2]), (BlockKind.Paragraph, Story[3]), (BlockKind.Paragraph, "He laughed.")];

    private static readonly string Html = $"<p>{Story[0]}</p><h2>What it costs</h2><p>{Story[1]}</p><ul><li>A winter</li><li>A boat</li></ul><p>{Story[2]}</p><p>{Story[3]}</p><p>He laughed.</p>";

    public static TheoryData<string, string> Editors() => new()
    {
        { "Arc", Json(Blocks(t => new { type = "text", content = t }, h => new { type = "header", level = 2, content = h }, l => new { type = "list", items = l.Select(i => new { type = "text", content = i }) }, new { type = "image", caption = "The old ferry on its way", content = "x" })) },
        { "Portable Text", Json(PortableText()) },
        { "ProseMirror", Json(new { type = "doc", content = Blocks(t => new { type = "paragraph", content = Leaves(t) }, h => new { type = "heading", content = Leaves(h) }, l => new { type = "bulletList", content = l.Select(i => new { type = "listItem", content = new[] { new { type = "paragraph", content = Leaves(i) } } }) }, new { type = "image" }) }) },
        { "Contentful", Json(new { nodeType = "document", content = Blocks(t => Node("paragraph", t), h => Node("heading-2", h), l => new { nodeType = "unordered-list", content = l.Select(i => new { nodeType = "list-item", content = new[] { Node("paragraph", i) } }) }, new { nodeType = "embedded-asset-block" }) }) },
        { "Editor.js", Json(new { blocks = Blocks(t => new { type = "paragraph", data = new { text = t } }, h => new { type = "header", data = new { text = h, level = 2 } }, l => new { type = "list", data = new { items = l } }, new { type = "image", data = new { caption = "The old ferry on its way" } }) }) },
        { "Draft.js", Json(DraftJs()) },
        { "WordPress", Json(Blocks(t => new { name = "core/paragraph", attributes = new { content = t } }, h => new { name = "core/heading", attributes = new { content = h } }, l => new { name = "core/list", innerBlocks = l.Select(i => new { name = "core/list-item", attributes = new { content = i } }) }, new { name = "core/image", attributes = new { caption = "The old ferry on its way" } })) },
        { "tags", Json(Blocks(t => new { type = "element", tagName = "p", children = new[] { new { type = "text", value = t } } }, h => new { type = "element", tagName = "h2", children = new[] { new { type = "text", value = h } } }, l => new { type = "element", tagName = "ul", children = l.Select(i => new { type = "element", tagName = "li", children = new[] { new { type = "text", value = i } } }) }, new { type = "element", tagName = "figure" })) },
        { "HTML", Json(Html) },
    };

    [Theory]
    [MemberData(nameof(Editors))]
    public void What_an_editor_keeps_is_read_with_its_headings_and_lists(string editor, string body) =>
        Article($"<script type='application/json'>{{\"page\":{{\"headline\":\"{Title}\",\"body\":{body}}}}}</script>").Should().Equal(Whole, editor);

    public static TheoryData<string> Scripts() =>
    [
        $"window.Fusion=window.Fusion||{{}};Fusion.globalContent={{\"headline\":\"{Title}\",\"body\":{Json(Html)}}};Fusion.spa=false;",
        $"window.__STATE__ = JSON.parse({Json(Json(new { headline = Title, body = Html }))});",
        $"self.__next_f.push([1,{Json($"4:[\"$\",\"div\",null,{Json(new { title = Title, body = Html })}]\n")}])",
    ];

    [Theory]
    [MemberData(nameof(Scripts))]
    public void State_is_found_in_scripts_that_are_no_json(string script) => Article($"<script>it = \"isn't\"; // don't\n{script}</script>").Should().Equal(Whole);

    [Theory]
    [InlineData("window.__NUXT__=(function(a,b){{return {{layout:\"default\",data:[{{title:a,body:{0},id:b}}]}}}}(\"Ferry\",17));")]
    [InlineData("self.__next_f.push([1,\"1a:T300,\"])</script><script>self.__next_f.push([1,{0}])")]
    public void A_page_that_shows_nothing_may_have_its_text_in_a_bare_string(string script) =>
        Article($"<script>{string.Format(System.Globalization.CultureInfo.InvariantCulture, script, Json(Html))}</script>", menu: "").Should().Equal(Whole);

    [Fact]
    public void Paragraphs_may_be_named_by_reference() =>
        Article($"<script>window.__APOLLO_STATE__={{\"Article:1\":{{\"headline\":\"{Title}\",\"blocks\":[{string.Join(',', Enumerable.Range(0, 4).Select(i => $"{{\"__ref\":\"Paragraph:{i}\"}}"))}]}},{string.Join(',', Story.Select((t, i) => $"\"Paragraph:{i}\":{{\"__typename\":\"ParagraphBlock\",\"text\":{Json(t)}}}"))}}}</script>")
            .Select(b => b.Text).Should().Equal(Story);

    [Fact]
    public void Japanese_needs_fewer_characters() =>
        Article($"<script type='application/ld+json'>{{\"articleBody\":{Json(string.Join('\n', Enumerable.Repeat("六週間で集まった金額はおよそ九百万円で、二百十四世帯が出資した。最も少ない出資は三千円だったという。", 5)))}}}</script>").Should().HaveCount(5);

    [Fact]
    public void Another_article_is_not_taken() => FirstDataBlock("article", "Another story").Should().BeNull();

    [Fact]
    public void A_page_that_shows_a_list_keeps_it() => FirstDataBlock("website", Title).Should().BeNull();

    private static int? FirstDataBlock(string type, string headline) =>
        HtmlBlockReader.Read(HtmlTree.Parse($"<title>{Title}</title><meta property=og:type content={type}><body>{Menu}<p>Teaser.</p><script type='application/json'>{{\"related\":[{{\"headline\":\"{headline}\",\"body\":{Json(Html)}}}]}}</script>", HtmlLimits.Default, CancellationToken.None)).Outline!.FirstDataBlock;

    private static List<(BlockKind Kind, string Text)> Article(string script, string? menu = null)
    {
        var document = HtmlBlockReader.Read(HtmlTree.Parse($"<html><head><title>{Title} | The Courier</title><meta property=og:type content=article></head><body><div>{menu ?? Menu}</div><h1>{Title}</h1>{script}</body></html>", HtmlLimits.Default, CancellationToken.None));
        document.Outline!.FirstDataBlock.Should().NotBeNull();
        return [.. document.Blocks.Skip(document.Outline.FirstDataBlock!.Value).Select(b => (b.Kind, b.Text))];
    }

    private static object[] Blocks(Func<string, object> paragraph, Func<string, object> heading, Func<string[], object> list, object picture) =>
        [paragraph(Story[0]), heading("What it costs"), paragraph(Story[1]), picture, list(["A winter", "A boat"]), paragraph(Story[2]), paragraph(Story[3]), paragraph("He laughed.")];

    private static IEnumerable<object> PortableText() => Spans((t, style, item) => new { _type = "block", style, listItem = item, children = Halves(t).Select(h => new { _type = "span", text = h }) });

    private static object DraftJs() => new { blocks = Spans((t, style, item) => new { key = "k", text = t, type = item is not null ? "unordered-list-item" : style == "h2" ? "header-two" : "unstyled" }) };

    private static IEnumerable<object> Spans(Func<string, string, string?, object> block) =>
        Whole.Select(b => block(b.Text, b.Kind == BlockKind.Heading ? "h2" : "normal", b.Kind == BlockKind.ListItem ? "bullet" : null));

    private static object Node(string type, string text) => new { nodeType = type, content = new[] { new { nodeType = "text", value = text } } };

    private static IEnumerable<object> Leaves(string text) => Halves(text).Select(h => new { type = "text", text = h });

    private static IEnumerable<string> Halves(string text) => [text[..(text.Length / 2)], text[(text.Length / 2)..]];

    private static string Json(object value) => JsonSerializer.Serialize(value);
}
