using FluentAssertions;
using Xunit;

namespace Scraper.Tests.Articles;

public sealed class SuperscriptTests
{
    private const string Page = "<p>H<sub>2</sub>O and E = mc<sup>2</sup>, <b>x<sup>n+<i>1</i></sup></b></p>";

    [Fact]
    public void Html_keeps_what_stands_above_and_below_the_line() =>
        Written.Html(Page).Should().Be("<p>H<sub>2</sub>O and E = mc<sup>2</sup>, <strong>x<sup>n+<em>1</em></sup></strong></p>");

    [Fact]
    public void Markdown_keeps_it_as_html() =>
        Written.Markdown(Page).Should().Be("H<sub>2</sub>O and E = mc<sup>2</sup>, **x<sup>n+*1*</sup>**");

    [Fact]
    public void Text_runs_on() => Written.Text(Page).Should().Be("H2O and E = mc2, xn+1");
}
