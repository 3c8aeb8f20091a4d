using FluentAssertions;
using Scraper.Web.Markup;
using Xunit;

namespace Scraper.Tests.Web;

public sealed class MarkupTests
{
    [Theory]
    [InlineData("script")]
    [InlineData("iframe")]
    [InlineData("style")]
    [InlineData("object")]
    [InlineData("a onclick=x")]
    public void No_page_can_be_made_of(string element)
    {
        var make = () => new Element(element);

        make.Should().Throw<ArgumentException>();
    }

    [Theory]
    [InlineData("onclick")]
    [InlineData("style")]
    [InlineData("srcdoc")]
    [InlineData("src")]
    [InlineData("formaction")]
    public void No_element_has(string attribute)
    {
        var make = () => new Element("p").With(attribute, "x");

        make.Should().Throw<ArgumentException>();
    }

    [Theory]
    [InlineData("/articles/1", true)]
    [InlineData("https://example.com/a?b=c", true)]
    [InlineData("#content", true)]
    [InlineData("//evil.example", false)]
    [InlineData("/\\evil.example", false)]
    [InlineData("/\t/evil.example", false)]
    [InlineData("javascript:alert(1)", false)]
    [InlineData(" javascript:alert(1)", false)]
    [InlineData("JaVaScRiPt:alert(1)", false)]
    [InlineData("data:text/html,x", false)]
    [InlineData("", false)]
    public void Links_go_to_our_own_paths_and_the_web(string address, bool isKept) =>
        new Element("a", "x").With("href", address).ToString().Contains("href", StringComparison.Ordinal).Should().Be(isKept);

    [Fact]
    public void Characters_that_HTML_cannot_carry_are_blanks() =>
        new Element("p", "a\u0001b\u0000c\u009bd\ufffee\r\nf\tg").With("title", "a\u007fb").ToString().Should().Be("<p title=\"a b\">a b c d e &#xA;f&#x9;g</p>");

    [Fact]
    public void Text_is_encoded_and_letters_of_all_scripts_stay() =>
        new Element("p", "<b>&\"'\ud800 é ж 漢").With("title", "\"><script>").ToString()
            .Should().Be("<p title=\"&quot;&gt;&lt;script&gt;\">&lt;b&gt;&amp;&quot;&#x27;&#xFFFD; é ж 漢</p>");
}
