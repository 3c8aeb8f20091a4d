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
    [InlineData("<p>H<sub>2</sub>O and E = mc<sup>2</sup></p>", "H2O and E = mc2")]
    [InlineData("<p><span class=dropcap>T</span>he rain</p>", "The rain")]
    [InlineData("<dl><dt>Rain</dt><dd>Water from above</dd></dl>", "Rain\n\nWater from above")]
    [InlineData("<p>Look:</p><iframe src='https://www.youtube.com/embed/abc'></iframe><p>So.</p>", "Look:\n\n<https://www.youtube.com/embed/abc>\n\nSo.")]
    [InlineData("<h2>Why</h2><p>Because <code>a_b</code>.</p>", "## Why\n\nBecause `a\\_b`.")]
    public void Markdown_keeps_what_markup_means(string html, string markdown) => Write(html, MarkdownArticleWriter.Write).Should().Be(markdown + "\n");

    [Theory]
    [InlineData("<ul><li>One<ul><li>Two</li></ul></li><li>Three</li></ul><p>End</p>", "<ul>\n<li>One\n<ul>\n<li>Two</li>\n</ul>\n</li>\n<li>Three</li>\n</ul>\n<p>End</p>")]
    [InlineData("<p>A &lt;b&gt;<a href='javascript:x()'>x</a></p>", "<p>A &lt;b&gt;x</p>")]
    [InlineData("<table><tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table>", "<table><tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table>")]
    [InlineData("<pre>a\n  b</pre>", "<pre><code>a\n  b</code></pre>")]
    public void Html_is_built_from_an_allow_list(string html, string written) => Write(html, HtmlArticleWriter.Write).Should().Be($"<article>\n{written}\n</article>\n");

    [Theory]
    [InlineData("<table><tr><th>Day</th><th>Rain</th></tr><tr><td>Mon</td><td>3 mm</td></tr></table>", "Day\tRain\nMon\t3 mm")]
    [InlineData("<p>One</p><p>Two<br>Three</p>", "One\n\nTwo\nThree")]
    public void Text_has_tables_as_tabbed_lines(string html, string text) => Write(html, TextArticleWriter.Write).Should().Be(text + "\n");

    private static string Write(string html, Action<Article, TextWriter> write)
    {
        var document = HtmlBlockReader.Read(HtmlTree.Parse(html, HtmlLimits.Default, CancellationToken.None));
        var article = ArticleBuilder.Build([.. document.Blocks.Select(b => new LabelledBlock(b, Body))], PageMetadata.None, url: null, site: null);
        using var output = new StringWriter();
        write(article, output);
        return output.ToString();
    }
}
