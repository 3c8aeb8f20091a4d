using System.IO.Compression;
using FluentAssertions;
using Scraper.Core.Blocks;
using Scraper.Tests.Fixtures;
using Xunit;

namespace Scraper.Tests.Blocks.Html.Parsing;

/// <summary>The light tree is the tree that AngleSharp builds, but where AngleSharp departs from the standard.</summary>
public sealed class TreeConstructionTests
{
    private const int Pages = 3000;
    private const int EveryPage = 25;

    public static TheoryData<string> Cases => [.. SpecCases.All];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Stumbling_stones_of_the_standard_give_the_tree_that_AngleSharp_builds(string html) =>
        TreeText.OfLightTree(html).Should().Be(TreeText.OfAngleSharp(html));

    [Fact]
    public void Tag_soup_gives_the_tree_that_AngleSharp_builds()
    {
        foreach (var html in Enumerable.Range(1, Pages).Select(TagSoup.Grow).Where(IsReadByTheStandard))
        {
            TreeText.OfLightTree(html).Should().Be(TreeText.OfAngleSharp(html), html);
        }
    }

    [Theory]
    [InlineData("<p>x<search>y", "p search")] // AngleSharp does not know it as a block
    [InlineData("<select><option><div>x</select>y<p>", "select option p")] // AngleSharp lets the div in, and it keeps the select open
    [InlineData("<select><option>x<hr>y", "select option hr")] // AngleSharp drops it
    [InlineData("<isindex>x", "isindex")] // AngleSharp makes a form of it
    [InlineData("<p><template><form><form>", "p template form form")] // AngleSharp drops the second form
    [InlineData("<svg><title><b>x</title><i>", "svg title b i")] // AngleSharp closes the title, which bounds the search
    public void Where_AngleSharp_departs_from_the_standard_the_tree_does_not(string html, string names) =>
        string.Join(' ', Body(html).Descendants().Select(e => e.Name)).Should().Be(names);

    [Theory]
    [InlineData("<table><pre>\nx<tr>", "x")] // AngleSharp loses its way in the table
    [InlineData("<pre>\n\nx", "\nx")]
    [InlineData("<pre><!-- -->\nx", "\nx")]
    [InlineData("&;", "&;")] // AngleSharp drops the semicolon
    public void The_text_is_what_the_standard_says(string html, string text) => Body(html).TextContent().Should().Be(text);

    [Fact]
    public void What_stands_in_a_shadow_root_is_found_in_its_template() =>
        Body("<x-a><template shadowrootmode=open><p>x</template></x-a>").Descendants().Select(e => e.Name).Should().Equal("x-a", "template", "p");

    [Fact]
    public void The_pages_of_the_fixtures_give_the_tree_that_AngleSharp_builds() =>
        Directory.EnumerateFiles(RepositoryRoot.Fixtures, "*.html", SearchOption.AllDirectories).Select(File.ReadAllText)
            .Should().NotBeEmpty().And.AllSatisfy(html => TreeText.OfLightTree(html).Should().Be(TreeText.OfAngleSharp(html)));

    [SharedFact("benchmark/wcxb-dev/html")]
    public void Pages_of_the_benchmark_give_the_tree_that_AngleSharp_builds()
    {
        foreach (var file in Directory.EnumerateFiles(Path.Combine(RepositoryRoot.Shared, "benchmark", "wcxb-dev", "html")).Order(StringComparer.Ordinal).Where((_, i) => i % EveryPage == 0))
        {
            using var page = new StreamReader(new GZipStream(File.OpenRead(file), CompressionMode.Decompress));
            var html = page.ReadToEnd();
            if (!html.Contains("shadowrootmode", StringComparison.Ordinal))
            {
                TreeText.OfLightTree(html).Should().Be(TreeText.OfAngleSharp(html), Path.GetFileName(file));
            }
        }
    }

    private static HtmlElement Body(string html) =>
        HtmlTree.Parse(html, HtmlLimits.Default, CancellationToken.None).Root.Descendants().Single(e => e.Name == "body");

    /// <summary>AngleSharp falls over some table parts in templates, and goes on reading CDATA after an empty svg.</summary>
    private static bool IsReadByTheStandard(string html)
    {
        try
        {
            TreeText.OfAngleSharp(html);
            return !html.Contains("<![CDATA[", StringComparison.Ordinal) || !html.Contains("/>", StringComparison.Ordinal);
        }
        catch (NullReferenceException)
        {
            return false;
        }
    }
}
