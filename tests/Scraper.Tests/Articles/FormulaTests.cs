using FluentAssertions;
using Xunit;

namespace Scraper.Tests.Articles;

/// <summary>A formula stands once, as TeX where the page has it.</summary>
public sealed class FormulaTests
{
    private const string MathMl = "<math xmlns='http://www.w3.org/1998/Math/MathML'><semantics><mrow><mi>E</mi><mo>=</mo><mi>m</mi></mrow><annotation encoding='application/x-tex'>E = m_1</annotation></semantics></math>";
    private const string Bare = "<math><mi>E</mi><mo>=</mo><mi>m</mi></math>";
    private const string KaTeX = $"<span class=katex><span class=katex-mathml>{MathMl}</span><span class=katex-html aria-hidden=true><span class=mord>E</span><span>=</span><span>m</span>1</span></span>";
    private const string Wiki = "<span class='mwe-math-element'><span class='mwe-math-mathml-inline mwe-math-mathml-a11y' style='display: none;'><math alttext='{\\displaystyle E=m}'><semantics><mi>E</mi><annotation encoding='application/x-tex'>{\\displaystyle E=m}</annotation></semantics></math></span><img src=/e.svg class=mwe-math-fallback-image-inline alt='{\\displaystyle E=m}'></span>";

    [Theory]
    [InlineData($"<p>So {KaTeX} holds.</p>", "So $E = m_1$ holds.")]
    [InlineData($"<p>So <span class=katex-display>{KaTeX}</span> holds.</p>", "So  \n$$E = m_1$$  \nholds.")]
    [InlineData($"<p>Before.</p><span class=katex-display>{KaTeX}</span><p>After.</p>", "Before.\n\n$$E = m_1$$\n\nAfter.")]
    [InlineData("<p>So <script type='math/tex'>a < b</script> holds.</p>", "So $a < b$ holds.")]
    [InlineData("<p>So <span class=MathJax_Preview>a b</span><span class=MathJax id=m><nobr>a</nobr><span class=MJX_Assistive_MathML>a</span></span><script type='math/tex' id=e>a</script> holds.</p>", "So $a$ holds.")]
    [InlineData("<p>So</p><div class=MathJax_Display><span class=MathJax>a</span></div><script type='math/tex; mode=display'>a</script><p>holds.</p>", "So\n\n$$a$$\n\nholds.")]
    [InlineData($"<p>So <span class=MathJax>E = m<span class=MJX_Assistive_MathML>{Bare}</span></span> holds.</p>", "So E=m holds.")]
    [InlineData($"<p>So <mjx-container jax=SVG><svg><text>E</text></svg><mjx-assistive-mml>{Bare}</mjx-assistive-mml></mjx-container> holds.</p>", "So E=m holds.")]
    [InlineData($"<p>So <mjx-container jax=CHTML display=true><mjx-math aria-hidden=true>E=m</mjx-math><mjx-assistive-mml>{MathMl}</mjx-assistive-mml></mjx-container> holds.</p>", "So  \n$$E = m_1$$  \nholds.")]
    [InlineData($"<p>So {Wiki} holds.</p>", "So $E=m$ holds.")]
    [InlineData("<p>So <span class=mwe-math-element><img class=mwe-math-fallback-image-display alt='{\\displaystyle E=m}'></span> holds.</p>", "So  \n$$E=m$$  \nholds.")]
    [InlineData("<p>So <math alttext='E=m' display=block><mi>E</mi></math> holds.</p>", "So  \n$$E=m$$  \nholds.")]
    [InlineData($"<p>So {Bare} holds.</p>", "So E=m holds.")]
    [InlineData("<p>It costs $5 and <script type='math/tex'>x</script>.</p>", "It costs \\$5 and $x$.")]
    [InlineData("<table><tr><th>A<th>B<tr><td>1<td><script type='math/tex'>|x|</script></table>", "| A | B |\n| --- | --- |\n| 1 | $\\|x\\|$ |")]
    [InlineData("<p>The katex of <span class=katex-fan>Katex</span> and <span class=katex>x</span>, $5.</p>", "The katex of Katex and x, $5.")]
    public void Markdown_has_it_between_dollars(string html, string markdown) => Written.Markdown(html).Should().Be(markdown);

    [Fact]
    public void Html_has_it_as_readers_of_tex_expect_it() =>
        Written.Html($"<p>So {KaTeX} and <span class=katex-display>{KaTeX}</span></p>")
            .Should().Be("<p>So <span class=\"math inline\">\\(E = m_1\\)</span> and<br>\n<span class=\"math display\">\\[E = m_1\\]</span></p>");

    [Fact]
    public void Text_has_the_tex() => Written.Text($"<p>So {KaTeX} holds.</p>").Should().Be("So E = m_1 holds.");

    [Fact]
    public void A_formula_behind_what_only_looks_like_one_is_found() =>
        Written.Markdown($"<p><span class=katex><span class=katex>x</span></span> and {KaTeX}</p>").Should().Be("x and $E = m_1$");

    [Fact]
    public void Formulas_in_formulas_without_end_are_read() =>
        Written.Text(string.Concat(Enumerable.Repeat("<span class=katex><span class=mwe-math-element>x", 20_000))).Should().NotBeEmpty();
}
