using System.Text;
using FluentAssertions;
using Scraper.Core.Sites;
using Xunit;

namespace Scraper.Tests.Sites;

public sealed class OpmlReaderTests
{
    [Fact]
    public void Feeds_of_one_site_become_one_rule_with_a_schedule_that_lint_has_nothing_against()
    {
        var (rules, report) = Read("""
            <?xml version="1.0" encoding="UTF-8"?>
            <opml version="2.0"><head><title>My feeds</title></head><body>
              <outline text="News"><outline text="Deeper">
                <outline type="rss" text="Hill" title="The Hill Gazette" xmlUrl="https://hill.example/rss" htmlUrl="https://www.hill.example/"/>
                <outline text="Hill sport" xmlUrl="https://feeds.example/hill-sport" htmlUrl="https://hill.example/sport"/>
              </outline></outline>
              <outline text="Dale &amp; Co" XMLURL="feed://dale.example/atom.xml"/>
              <outline type="link" text="A page" url="https://elsewhere.example/"/>
            </body></opml>
            """);

        rules.Select(r => (r.Name, r.Title, string.Join(' ', r.Discovery.Feeds))).Should().Equal(
            ("hill.example", null, "https://hill.example/rss https://feeds.example/hill-sport"),
            ("dale.example", "Dale & Co", "http://dale.example/atom.xml"));
        rules.Should().OnlyContain(r => r.Schedule != null);
        report.Should().ContainSingle().Which.Key.Should().Be("schedule");
        SiteLinter.Lint(rules.Select(r => new SiteFile($"{r.Name}.yaml", SiteRuleWriter.Write(r)))).Problems.Should().BeEmpty();
    }

    [Theory]
    [InlineData("<opml><body><outline xmlUrl='https://a.example/1'/><outline xmlUrl='https://b.example/x?a=1&b=2'/></body></opml>", 1, "error: not XML", "the 1 feeds before it are taken")]
    [InlineData("<opml><body><outline xmlUrl='https://a.example/1'>", 1, "error: not XML", "the 1 feeds before it are taken")]
    [InlineData("<opml><body><outline xmlUrl='https://a.example/1'/><outline text='T' xmlUrl='/rss'/><outline xmlUrl='ftp://a.example/'/></body></opml>", 1, "warning: xmlUrl: not an http or https address; the feed \"T\" is left out")]
    [InlineData("<!DOCTYPE opml SYSTEM 'http://a.example/opml.dtd'><opml><body><outline xmlUrl='https://a.example/1'/></body></opml>", 1)]
    [InlineData("<!DOCTYPE opml [<!ENTITY a 'aaaaaaaa'><!ENTITY b '&a;&a;&a;'>]><opml><body><outline text='&b;' xmlUrl='https://a.example/1'/></body></opml>", 0, "error: not XML")]
    [InlineData("<opml xmlns='http://opml.org/spec2'><body><outline xmlUrl=' https://a.example/1 ' text='a&#1;b&#10;c' created='x' created2='y'/></body></opml>", 1)]
    [InlineData("<opml/>", 0)]
    [InlineData("", 0, "error: not XML", "save what your feed reader exports as OPML")]
    [InlineData("{}", 0, "error: not XML")]
    public void What_exports_hold_is_taken_as_far_as_it_goes_and_the_rest_is_told(string opml, int rules, params string[] told)
    {
        var read = Read(opml);

        read.Rules.Should().HaveCount(rules);
        var report = string.Join('\n', read.Report);
        foreach (var line in told)
        {
            report.Should().Contain(line);
        }

        read.Report.Count(p => p.Severity != SiteProblemSeverity.Note).Should().BeGreaterThanOrEqualTo(told.Length > 0 ? 1 : 0);
        read.Rules.Select(r => SiteRuleReader.Read(new SiteFile("x.yaml", SiteRuleWriter.Write(r))).Problems.Count).Should().AllBeEquivalentTo(0);
    }

    [Theory]
    [InlineData("iso-8859-1")]
    [InlineData("utf-16")]
    public void The_encoding_is_the_one_that_the_file_declares(string name)
    {
        var encoding = Encoding.GetEncoding(name);
        byte[] opml = [.. encoding.GetPreamble(), .. encoding.GetBytes($"<?xml version='1.0' encoding='{name}'?><opml><body><outline text='Köln' xmlUrl='https://a.example/1'/></body></opml>")];

        OpmlReader.Read("f.opml", opml).Rules.Single().Title.Should().Be("Köln");
    }

    [Fact]
    public void Any_depth_is_read()
    {
        var opml = new StringBuilder("<opml><body>").Insert("<opml><body>".Length, "<outline text='x'>", 50_000).Append("<outline xmlUrl='https://a.example/1'/>");
        for (var i = 0; i < 50_000; i++)
        {
            opml.Append("</outline>");
        }

        Read(opml.Append("</body></opml>").ToString()).Rules.Should().ContainSingle();
    }

    private static (IReadOnlyList<SiteRule> Rules, IReadOnlyList<SiteProblem> Report) Read(string opml) => OpmlReader.Read("subs.opml", Encoding.UTF8.GetBytes(opml));
}
