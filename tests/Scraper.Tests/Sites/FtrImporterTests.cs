using FluentAssertions;
using Scraper.Core.Sites;
using Xunit;

namespace Scraper.Tests.Sites;

public sealed class FtrImporterTests
{
    private static readonly SiteFile[] Files =
    [
        new("f/blog.example.com.txt", "body: //article"),
        new("f/example.com.txt", "body: //main"),
        new("f/.example.com.txt", "body: //div[@id='parent']\nstrip: //nav"),
        new("f/fingerprint.wordpress.com.txt", "strip: //footer"),
        new("f/global.txt", "title: //title\nstrip: //aside"),
        new("f/alone.org.txt", "body: //main\nautodetect_on_failure: no"),
    ];

    [Theory]
    [InlineData("blog.example.com")]
    [InlineData("www.example.com")]
    [InlineData("other.example.com")]
    [InlineData("alone.org")]
    public void A_page_of_a_site_is_read_by_the_written_rules_as_by_the_files(string host)
    {
        var files = SiteRuleSet.Load(Files).ForHost(host)!;

        var written = SiteRuleSet.Load(Written()).ForHost(host)!;

        written.Extends.Count.Should().Be(host == "alone.org" ? 0 : host == "other.example.com" ? 1 : 2);
        SiteRuleWriter.Write(written with { Name = string.Empty, Extends = [] }).Should().Be(SiteRuleWriter.Write(files with { Name = string.Empty }));
    }

    [Fact]
    public void A_family_is_found_by_its_fingerprint_and_gets_what_the_global_file_adds()
    {
        var set = SiteRuleSet.Load(Written());

        set.ForPage("unknown.net", SiteRuleSetTests.Page("<meta name=generator content='WordPress 5'>"))!.Layouts[0].Strip.Select(s => s.Selector.Expression).Should().Equal("//footer", "//aside");
        set.Problems.Should().BeEmpty();
    }

    [Fact]
    public void What_is_not_carried_is_told_once_at_its_source() =>
        FtrImporter.Read(Files).SelectMany(r => r.Problems).Select(p => (p.Source, p.Severity)).Should().Equal(
            ("f/fingerprint.wordpress.com.txt", SiteProblemSeverity.Warning), ("f/global.txt", SiteProblemSeverity.Warning));

    private static List<SiteFile> Written() => [.. FtrImporter.Read(Files).Select(r => new SiteFile($"w/{r.Rule!.Name}.yaml", SiteRuleWriter.Write(r.Rule)))];
}
