using FluentAssertions;
using Scraper.Core.Articles;
using Scraper.Core.Blocks;
using Scraper.Core.Labelling;
using Scraper.Core.Metadata;
using Xunit;

namespace Scraper.Tests.Articles;

/// <summary>From markup to what is written: every block of these pages counts as text.</summary>
public sealed class ArticleWriterTests
{
    private static readonly Verdict Body = new(Label.Body, new Reason(ReasonKind.Model, "test", 1));

    [Theory]
    [InlineData("<p>One<br>two</p>", "One  \ntwo")]
    [InlineData("<p>One<br><br>two</p>", "One\n\ntwo")]
    [InlineData("<ul><li>One<ul><li>Two</li></ul></li><li>Three</li></ul>", "- One\n  - Two\n- Three")]
    [InlineData("<table><tr><th>Day</th><th>Rain</th></tr><tr><td>Mon</td><td>3 | 4</td></tr></table>", "| Day | Rain |\n| --- | --- |\n| Mon | 3 \\| 4 |")]
    [InlineData("<pre><code>if (a)\n    b();\n</code></pre>", "```\nif (a)\n    b();\n```")]
    [InlineData("<p>See <a href='https://example.com/a'>the <b>map</b></a>.</p>", "See [the **map**](<https://example.com/a>).")]
    [InlineData("<blockquote><p>It rained.</p></blockquote>", "> It rained.")]
    [InlineData("<p>H<sub>2</sub>O and E = mc<sup>2</sup></p>", "H<sub>2</sub>O and E = mc<sup>2</sup>")]
    [InlineData("<p><span class=dropcap>T</span>he rain</p>", "The rain")]
    [InlineData("<dl><dt>Rain</dt><dd>Water from above</dd></dl>", "- Rain\n- Water from above")]
    [InlineData("<p>Look:</p><iframe src='https://www.youtube.com/embed/abc'></iframe><p>So.</p>", "Look:\n\n[Video](<https://www.youtube.com/embed/abc>)\n\nSo.")]
    [InlineData("<h2>Why</h2><p>Because <code>a_b</code>.</p>", "## Why\n\nBecause `a_b`.")]
    [InlineData("<ol><li>One</li><li>Two</li></ol>", "1. One\n2. Two")]
    [InlineData("<ol start=9><li>Nine</li><li>Ten<ul><li>Deep</li></ul></li></ol>", "9. Nine\n10. Ten\n    - Deep")]
    [InlineData("<ol><li>One</li><li value=5>Five</li><li>Six</li></ol>", "1. One\n5. Five\n6. Six")]
    [InlineData("<ul><li>One<ol><li>A</li><li>B</li></ol></li><li>Two</li></ul>", "- One\n  1. A\n  2. B\n- Two")]
    [InlineData("<ul><li>One<ol start=3><li>Three</li><li>Four</li></ol></li></ul>", "- One\n\n  3. Three\n  4. Four")]
    [InlineData("<ol><li><p>One</p><p>More of one</p></li><li>Two</li></ol>", "1. One\n\n   More of one\n2. Two")]
    [InlineData("<p>1. FC won.</p>", "1\\. FC won.")]
    [InlineData("<p>- said nobody</p>", "\\- said nobody")]
    [InlineData("<p>prose<br>---<br>more<br>- x<br>===<br>1. y<br>+<br>-5 degrees</p>", "prose  \n\\---  \nmore  \n\\- x  \n\\===  \n1\\. y  \n\\+  \n-5 degrees")]
    [InlineData("<ol reversed><li>Three</li><li>Two</li><li>One</li></ol>", "3. Three\n2. Two\n1. One")]
    [InlineData("<ol reversed start=9><li>Nine</li><li>Eight</li></ol>", "9. Nine\n8. Eight")]
    [InlineData("<p>See <a href='JaVaScript:alert(1)'>the <b>script</b></a></p>", "See the **script**")]
    [InlineData("<p>See <a href='java\nscript:alert(1)'>it</a> and <a href='data:text/html,x'>that</a></p>", "See it and that")]
    [InlineData("<p>See <a href='/web/2020/https://example.org/x'>it</a></p>", "See [it](<https://news.example/web/2020/https://example.org/x>)")]
    [InlineData("<p>See <a href='https://e.example/a b>c'>it</a></p>", "See [it](<https://e.example/a b%3Ec>)")]
    [InlineData("<table><tr><th>A</th></tr><tr><td>1</td><td>2</td></tr><tr><td>3</td></tr></table>", "| A |  |\n| --- | --- |\n| 1 | 2 |\n| 3 |")]
    [InlineData("<p>Write <code>```</code></p>", "Write ```` ``` ````")]
    [InlineData("<p><b>Rain </b>fell</p>", "**Rain** fell")]
    [InlineData("<p>Write <code>`a`</code> or <code>&amp;amp;</code></p>", "Write `` `a` `` or `&amp;`")]
    [InlineData("<p>The sign &amp;copy; and AT&amp;T</p>", "The sign \\&copy; and AT&T")]
    [InlineData("<blockquote><p>One.</p><p>Two.</p></blockquote><blockquote><p>Three.</p></blockquote>", "> One.\n>\n> Two.\n\n> Three.")]
    [InlineData("<p>See <a href='/a?b=1'>there</a></p>", "See [there](<https://news.example/a?b=1>)")]
    [InlineData("<blockquote class=twitter-tweet><p>Rain!</p><a href='https://twitter.com/x/status/1'>1 May</a></blockquote>", "> Rain!\n>\n> [1 May](<https://twitter.com/x/status/1>)\n\n[Post](<https://twitter.com/x/status/1>)")]
    [InlineData("<p>Look:</p><iframe src='//player.vimeo.com/video/1'></iframe>", "Look:\n\n[Video](<https://player.vimeo.com/video/1>)")]
    public void Markdown_keeps_what_markup_means(string html, string markdown) => Write(html, MarkdownArticleWriter.Write).Should().Be(markdown + "\n");

    [Theory]
    [InlineData("<ul><li>One<ul><li>Two</li></ul></li><li>Three</li></ul><p>End</p>", "<ul>\n<li>One\n<ul>\n<li>Two</li>\n</ul>\n</li>\n<li>Three</li>\n</ul>\n<p>End</p>")]
    [InlineData("<p>A &lt;b&gt;<a href='javascript:x()'>x</a></p>", "<p>A &lt;b&gt;x</p>")]
    [InlineData("<table><tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table>", "<table><tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table>")]
    [InlineData("<ol><li>One</li><li>Two</li></ol><ul><li>A</li></ul>", "<ol>\n<li>One</li>\n<li>Two</li>\n</ol>\n<ul>\n<li>A</li>\n</ul>")]
    [InlineData("<ol start=3><li>Three</li></ol>", "<ol start=\"3\">\n<li>Three</li>\n</ol>")]
    [InlineData("<ul><li>One<ol><li>A</li></ol></li><li>Two</li></ul>", "<ul>\n<li>One\n<ol>\n<li>A</li>\n</ol>\n</li>\n<li>Two</li>\n</ul>")]
    [InlineData("<ul><li><p>One</p><p>More</p></li></ul>", "<ul>\n<li>One\n<p>More</p></li>\n</ul>")]
    [InlineData("<p>See <a href='/a'>there</a></p>", "<p>See <a href=\"https://news.example/a\">there</a></p>")]
    [InlineData("<p>x</p><iframe src='https://www.youtube.com/embed/abc'></iframe>", "<p>x</p>\n<p>Video: <a href=\"https://www.youtube.com/embed/abc\">https://www.youtube.com/embed/abc</a></p>")]
    [InlineData("<pre>a\n  b</pre>", "<pre><code>a\n  b</code></pre>")]
    public void Html_is_built_from_an_allow_list(string html, string written) => Write(html, HtmlArticleWriter.Write).Should().Be($"<article>\n{written}\n</article>\n");

    [Theory]
    [InlineData("<table><tr><th>Day</th><th>Rain</th></tr><tr><td>Mon</td><td>3 mm</td></tr></table>", "Day\tRain\nMon\t3 mm")]
    [InlineData("<p>One</p><p>Two<br>Three</p>", "One\n\nTwo\nThree")]
    public void Text_has_tables_as_tabbed_lines(string html, string text) => Write(html, TextArticleWriter.Write).Should().Be(text + "\n");

    [Theory]
    [InlineData("a", "[it](<a>)")]
    [InlineData("/a?b=1", "[it](</a?b=1>)")]
    [InlineData("javascript:x()", "it")]
    public void A_relative_link_stays_as_it_is_where_the_page_s_address_is_not_known(string target, string markdown)
    {
        var document = HtmlBlockReader.Read(HtmlTree.Parse($"<p><a href='{target}'>it</a></p>", HtmlLimits.Default, CancellationToken.None));
        using var output = new StringWriter();
        MarkdownArticleWriter.Write(ArticleBuilder.Build([new LabelledBlock(document.Blocks[0], Body)], PageMetadata.None, url: null, site: null), output);
        output.ToString().Should().Be(markdown + "\n");
    }

    [Fact]
    public void An_embed_keeps_its_link_where_the_page_s_address_is_not_known()
    {
        var document = HtmlBlockReader.Read(HtmlTree.Parse("<p>Look:</p><iframe src='//player.vimeo.com/video/1'></iframe>", HtmlLimits.Default, CancellationToken.None));
        using var output = new StringWriter();
        MarkdownArticleWriter.Write(ArticleBuilder.Build([.. document.Blocks.Select(b => new LabelledBlock(b, Body))], PageMetadata.None, url: null, site: null), output);
        output.ToString().Should().Be("Look:\n\n[Video](<//player.vimeo.com/video/1>)\n");
    }

    [Fact]
    public void A_table_of_rows_unlike_in_width_is_not_written_wider_than_the_widest_and_the_others()
    {
        var html = $"<table><tr>{string.Concat(Enumerable.Repeat("<th>x", 1000))}{string.Concat(Enumerable.Repeat("<tr><td>1<td>2", 1000))}</table>";

        Write(html, MarkdownArticleWriter.Write).Length.Should().BeLessThan(html.Length * 2);
    }

    private static string Write(string html, Action<Article, TextWriter> write)
    {
        var document = HtmlBlockReader.Read(HtmlTree.Parse(html, HtmlLimits.Default, CancellationToken.None));
        var article = ArticleBuilder.Build([.. document.Blocks.Select(b => new LabelledBlock(b, Body))], PageMetadata.None, new Uri("https://news.example/2024/rain"), site: null);
        using var output = new StringWriter();
        write(article, output);
        return output.ToString();
    }
}
