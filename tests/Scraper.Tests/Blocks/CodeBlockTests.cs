using FluentAssertions;
using Scraper.Core.Blocks;
using Xunit;

namespace Scraper.Tests.Blocks;

/// <summary>A listing is its lines, whatever stands about them.</summary>
public sealed class CodeBlockTests
{
    [Theory]
    [InlineData("<pre><button class=copy>Copy</button><code>a = 1</code></pre>", "a = 1")]
    [InlineData("<div class=highlight><button type=button class=copybtn>Copy</button><pre>a = 1</pre></div>", "a = 1")]
    [InlineData("<div class=highlight><pre>a = 1</pre> <button type=button>Copy</button></div>", "a = 1")]
    [InlineData("<pre><code>a\nb\n<span class=line-numbers-rows aria-hidden=true><span></span><span>2</span></span></code></pre>", "a\nb")]
    [InlineData("<div class=highlight><pre><code><table class=rouge-table><tbody><tr><td class='rouge-gutter gl'><pre class=lineno>1\n2\n</pre></td><td class=rouge-code><pre>a\n  b\n</pre></td></tr></tbody></table></code></pre></div>", "a\n  b")]
    [InlineData("<table class=highlighttable><tr><td class=linenos><div class=linenodiv><pre>1\n2</pre></div></td><td class=code><div class=highlight><pre>a\nb</pre></div></td></tr></table>", "a\nb")]
    [InlineData("<figure class='highlight js'><table><tr><td class=gutter><pre><span class=line>1</span><br><span class=line>2</span><br></pre></td><td class=code><pre><span class=line>a</span><br><span class=line>b</span><br></pre></td></tr></table></figure>", "a\nb")]
    [InlineData("<pre><span class=linenos>1</span>a\n<span class=linenos>2</span>b</pre>", "a\nb")]
    [InlineData("<div class=highlight><table class=lntable><tr><td class=lntd><pre><code><span class=lnt>1\n</span><span class=lnt>2\n</span></code></pre></td><td class=lntd><pre><code><span class=line><span class=cl>a\n</span></span><span class=line><span class=cl>b\n</span></span></code></pre></td></tr></table></div>", "a\nb")]
    [InlineData("<pre><code class=hljs><table class=hljs-ln><tr><td class='hljs-ln-line hljs-ln-numbers' data-line-number=1><div class=hljs-ln-n></div></td><td class='hljs-ln-line hljs-ln-code'>if x:</td></tr><tr><td class='hljs-ln-line hljs-ln-numbers'>2</td><td class='hljs-ln-line hljs-ln-code'>    y</td></tr></table></code></pre>", "if x:\n    y")]
    [InlineData("<pre><div class=line>a</div><div class=line>  b</div><div class=line>c</div></pre>", "a\n  b\nc")]
    [InlineData("<pre><div class=line>a\n</div><div class=line><br></div><div class=line>c\n</div></pre>", "a\n\nc")]
    [InlineData("<pre><ol class=linenums><li>a</li><li>  b</li></ol></pre>", "a\n  b")]
    [InlineData("<pre><code><span style='display:block'>a</span><span style='display: block;'>b</span></code></pre>", "a\nb")]
    [InlineData("<pre><code><span class=line>a</span>\n<span class=line>  b</span></code></pre>", "a\n  b")]
    [InlineData("<pre><code>\n    a\n    b\n</code></pre>", "    a\n    b")]
    public void Nothing_but_its_lines_is_code(string html, string code)
    {
        var block = Read(html).Should().ContainSingle().Subject;
        block.Kind.Should().Be(BlockKind.Code);
        block.Text.Should().Be(code);
    }

    [Theory]
    [InlineData("<button>Copy</button><p>a</p>", "Copy|a")]
    [InlineData("<pre>a<p>b</p><ul><li>c</li></ul><div><div>d</div>e</div></pre>", "a|b|c|d\ne")]
    [InlineData("<pre><ul>a<li>b</li></ul><ol>c<li>d</li></ol></pre>", "a|b|c\nd")]
    [InlineData("<pre><table><tr><td><p>a</p><p>b</p><p>c</p></td></tr></table></pre>", "a|b|c")]
    [InlineData("<table><tr><td class=gutter>a</td><td>b</td></tr><tr><td class=gutter>c</td><td>d</td></tr></table>", "a\tb\nc\td")]
    public void Elsewhere_they_are_what_they_were(string html, string blocks) => string.Join('|', Read(html).Select(b => b.Text)).Should().Be(blocks);

    private static IReadOnlyList<Block> Read(string html) => HtmlBlockReader.Read(HtmlTree.Parse(html, HtmlLimits.Default, CancellationToken.None)).Blocks;
}
