using FluentAssertions;
using Scraper.Core.Sites;
using Scraper.Tests.Fixtures;
using Xunit;

namespace Scraper.Tests.Sites;

public sealed class FtrReaderTests
{
    [Fact]
    public void A_file_is_read()
    {
        var reading = FtrReader.Read("ftr/example.com.txt", """
            # comment
            title: //h1
            title: substring-before(//title, ' | ')
            body: //article
            author: //a[@rel='author']
            date: //time/@datetime
            strip: //aside
            strip_id_or_class: share-bar
            strip_id_or_class: ad-
            dissolve: //blockquote
            prune: no
            http_header(User-Agent): Agent/1
            http_header(cookie): a=b; c=d=e
            find_string: <x:y>
            find_string: two
            replace_string: <p>
            replace_string: zwei
            replace_string(<amp(img): <img
            next_page_link: //a[@rel='next']
            single_page_link: concat(//link/@href, '?print')
            if_page_contains: //div[@class='pages']
            test_url: http://example.com/1
            test_contains: some words
            """);
        reading.Problems.Where(p => p.Severity != SiteProblemSeverity.Note).Should().BeEmpty();
        var rule = reading.Rule!;
        rule.Hosts.Should().Equal("example.com");
        rule.Fetching.UserAgent.Should().Be("Agent/1");
        rule.Fetching.Cookies.Should().Equal(new Dictionary<string, string> { ["a"] = "b", ["c"] = "d=e" });
        rule.Rewrites.Select(r => (r.Find, r.Replace)).Should().Equal(("<x:y>", "<p>"), ("two", "zwei"), ("<amp(img", "<img"));
        rule.Tests.Single().Contains.Should().Equal("some words");
        var layout = rule.Layouts.Single();
        layout.Selectors(SiteField.Title).Should().HaveCount(2);
        layout.Strip.Select(s => s.Selector.Expression).Should().Equal("//aside", "[class~=\"share-bar\"], [id~=\"share-bar\"]", "[class*=\"ad-\"], [id*=\"ad-\"]");
        var page = SiteRuleSetTests.Page("<link href=/a><div class=pages>");
        page.Select(layout.SinglePage.Single()).Hits.Single().Value().Should().Be("/a?print");
        SiteRuleSetTests.Page("<link href=/a>").Select(layout.SinglePage.Single()).Hits.Should().BeEmpty();
    }

    [Theory]
    [InlineData("titl: //h1", "a.txt:1:1: warning: titl: unknown directive; did you mean \"title\"? Left out")]
    [InlineData("requires_login: yes", "a.txt:1:1: warning: requires_login: not supported: the fetcher does not log in")]
    [InlineData("body: //div[contains(@class='x')]", "a.txt:1:1: warning: body: not XPath 1.0: Function 'contains' in '//div[contains(@class='x')]' has an invalid number of arguments. Left out: //div[contains(@class='x')]")]
    [InlineData("strip: //a[contain(@class, 'x')]", "a.txt:1:1: warning: strip: not XPath 1.0: Namespace Manager or XsltContext needed. This query has a prefix, variable, or user-defined function. Left out: //a[contain(@class, 'x')]")]
    [InlineData("body: //p\n// a remark", "a.txt:2:1: warning: not a directive (name: value) and not a comment (#); left out")]
    [InlineData("http_header(bad name): x", "a.txt:1:1: warning: http_header: \"bad name\" is not a name (RFC 9110 token); left out")]
    [InlineData("http_header(cookie): a b=x", "a.txt:1:1: warning: http_header: \"a b\" is not a name (RFC 9110 token); left out")]
    [InlineData("http_header(user-agent): A\u0001", "a.txt:1:1: warning: http_header: holds a line break or another control character; left out")]
    [InlineData("replace_string: a", "a.txt:1:1: warning: replace_string: no find_string stands above it; left out")]
    public void A_line_that_cannot_be_used_is_told_and_left(string text, string expected)
    {
        var reading = FtrReader.Read("a.txt", text);
        reading.Rule.Should().NotBeNull();
        reading.Problems.Select(p => p.ToString()).Should().Contain(expected);
    }

    [Fact]
    public void Rules_are_looked_up_by_host_then_parent_then_fingerprint_then_global()
    {
        var set = SiteRuleSet.Load(
        [
            new("f/blog.example.com.txt", "body: //article"),
            new("f/.example.com.txt", "body: //div[@id='parent']\nstrip: //nav"),
            new("f/fingerprint.wordpress.com.txt", "strip: //footer"),
            new("f/global.txt", "strip: //aside"),
            new("f/alone.org.txt", "body: //main\nautodetect_on_failure: no"),
        ]);
        var wordpress = SiteRuleSetTests.Page("<meta name=generator content='WordPress 5'>");
        var plain = SiteRuleSetTests.Page("<p>");
        Strips("blog.example.com", wordpress).Should().Equal("//nav", "//footer", "//aside");
        set.ForHost("blog.example.com")!.Layouts[0].Selectors(SiteField.Body).Should().HaveCount(2);
        Strips("other.example.com", plain).Should().Equal("//nav", "//aside");
        Strips("unknown.net", wordpress).Should().Equal("//footer", "//aside");
        Strips("unknown.net", plain).Should().Equal("//aside");
        Strips("alone.org", wordpress).Should().BeEmpty();

        IEnumerable<string> Strips(string host, SelectorPage page) => set.ForPage(host, page)!.Layouts[0].Strip.Select(s => s.Selector.Expression);
    }

    [SharedFact("testdata/ftr-site-config")]
    public void The_public_corpus_is_read_at_least_96_percent_whole()
    {
        var files = Directory.EnumerateFiles(Path.Combine(RepositoryRoot.Shared, "testdata", "ftr-site-config"), "*.txt").Select(p => new SiteFile(p, File.ReadAllText(p))).ToList();
        var lint = SiteLinter.Lint(files);
        lint.Files.Should().Be(2_041);
        lint.Refused.Should().Be(0);
        ((double)lint.Whole / lint.Files).Should().BeGreaterThan(0.96);
        var lines = lint.Problems.Select(p => p.ToString()).ToList();
        lines.Should().Contain(l => l.Contains("titl: unknown directive; did you mean \"title\"?"));
        lint.Problems.Where(p => p.Severity == SiteProblemSeverity.Warning && p.Message.StartsWith("not XPath", StringComparison.Ordinal)).Should().HaveCountGreaterThan(3).And.HaveCountLessThan(8);
        lint.Problems.Where(p => p.Message.StartsWith("not supported", StringComparison.Ordinal)).Should().OnlyContain(p => p.Line > 0);
    }

    [SharedFact("testdata/ftr-site-config")]
    public void Files_of_the_public_corpus_survive_the_way_through_YAML()
    {
        foreach (var path in Directory.EnumerateFiles(Path.Combine(RepositoryRoot.Shared, "testdata", "ftr-site-config"), "*.txt").Order(StringComparer.Ordinal).Where((_, i) => i % 10 == 0))
        {
            if (FtrReader.Read(path, File.ReadAllText(path)).Rule is { } rule)
            {
                var yaml = SiteRuleWriter.Write(rule);
                var again = SiteRuleReader.Read(path + ".yaml", yaml);
                again.Problems.Where(p => !p.Key.StartsWith("tests", StringComparison.Ordinal)).Should().BeEmpty(path);
            }
        }
    }
}
