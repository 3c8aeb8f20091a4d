using FluentAssertions;
using Scraper.Core.Blocks;
using Scraper.Core.Sites;
using Xunit;

namespace Scraper.Tests.Sites;

public sealed class SiteRuleSetTests
{
    [Theory]
    [InlineData("example.com", "exact")]
    [InlineData("WWW.Example.COM", "exact")]
    [InlineData("a.example.com", "below")]
    [InlineData("a.b.example.com", "longer")]
    [InlineData("a.example.com.", "below")]
    [InlineData("bücher.de", "idn")]
    [InlineData("other.org", null)]
    [InlineData("", null)]
    [InlineData("not a host", null)]
    public void The_longest_match_wins(string host, string? expected) =>
        (Load(("1.yaml", "{name: exact, hosts: [example.com]}"), ("2.yaml", "{name: below, hosts: ['*.example.com']}"), ("3.yaml", "{name: longer, hosts: ['*.b.example.com']}"), ("4.yaml", "{name: idn, hosts: [xn--bcher-kva.de]}"))
            .ForHost(host)?.Name).Should().Be(expected);

    [Theory]
    [InlineData("http://a.com/x", "a")]
    [InlineData("http://www.a.com/x", "a")]
    [InlineData("http://b.com/x", "digest")]
    [InlineData("http://digest.com/x", "digest")]
    public void A_page_is_read_by_the_rule_that_claims_its_address_before_that_of_the_site_that_found_it(string url, string expected)
    {
        var rules = SiteRuleSet.Load([new SiteFile("a.yaml", "hosts: [a.com]"), new SiteFile("digest.yaml", "hosts: [digest.com]")]);

        rules.ForUrl(new Uri(url), rules.ByName("digest"))!.Name.Should().Be(expected);
    }

    [Fact]
    public void A_broken_file_is_told_and_the_others_are_in_force()
    {
        var set = Load(("a.yaml", "hosts: [a.com]"), ("b.yaml", "hosts: ["));
        set.ForHost("a.com").Should().NotBeNull();
        set.Problems.Should().ContainSingle().Which.Source.Should().Be("b.yaml");
    }

    [Fact]
    public void Two_sites_with_one_host_are_told_and_the_first_stays()
    {
        var set = Load(("a.yaml", "hosts: [x.com]"), ("b.yaml", "hosts: [y.com, x.com]"));
        set.ForHost("x.com")!.Name.Should().Be("a");
        set.ForHost("y.com").Should().BeNull();
        set.Problems.Single().ToString().Should().Be("b.yaml: error: hosts: x.com is also a host of a.yaml; this file is left out: keep the host in one");
    }

    [Fact]
    public void A_family_that_nobody_has_is_told_also_where_there_is_none_at_all() =>
        Load(("a.yaml", "{hosts: [a.com], extends: [nothing]}")).Problems.Single().ToString()
            .Should().Be("a.yaml: error: extends: no rule is named \"nothing\"; there are no families to extend");

    [Fact]
    public void A_familys_rules_come_after_the_sites_own()
    {
        var set = Load(
            ("site.yaml", "{hosts: [x.com], extends: [one, two], select: {title: h1}, strip: {.a: related}}"),
            ("one.yaml", "{extends: base, select: {title: h2, body: .one}, strip: {.a: comment, .b: social}}"),
            ("two.yaml", "{select: {body: .two}}"),
            ("base.yaml", "{select: {body: .base}}"));
        var layout = set.ForHost("x.com")!.Layouts.Single();
        layout.Selectors(SiteField.Title).Select(s => s.ToString()).Should().Equal("site.yaml:1 css h1", "one.yaml:1 css h2");
        layout.Selectors(SiteField.Body).Select(s => s.Expression).Should().Equal(".one", ".base", ".two");
        layout.Strip.Select(s => s.Selector.Expression).Should().Equal(".a", ".b");
        set.Problems.Single().ToString().Should().Be("site.yaml:1: note: strip: conflict: site.yaml:1 css .a is related, one.yaml:1 css .a is comment; the first is believed");
    }

    [Fact]
    public void Families_that_run_in_a_circle_are_told_with_their_path()
    {
        var set = Load(("a.yaml", "{hosts: [x.com], extends: b}"), ("b.yaml", "extends: c"), ("c.yaml", "extends: b"));
        set.ForHost("x.com").Should().BeNull();
        set.Problems.Select(p => p.ToString()).Should().Contain("c.yaml: error: extends: extends itself: a (a.yaml) -> b (b.yaml) -> c (c.yaml) -> b (b.yaml)");
    }

    [Fact]
    public void A_family_that_extends_itself_in_other_letters_is_told() =>
        Load(("loop.yaml", "extends: [LOOP]")).Problems.Select(p => p.ToString()).Should().Contain("loop.yaml: error: extends: extends itself: loop (loop.yaml) -> loop (loop.yaml)");

    [Theory]
    [InlineData("https://news.example/a", true)]
    [InlineData("http://www.news.example/a", true)]
    [InlineData("https://cdn.paper.example/a", true)]
    [InlineData("https://bücher.example/a", true)]
    [InlineData("https://paper.example/a", false)]
    [InlineData("https://badnews.example/a", false)]
    [InlineData("https://news.example.evil.example/a", false)]
    public void Headers_and_cookies_go_to_a_site_s_own_hosts_only(string url, bool isOwn)
    {
        var rule = Load(("a.yaml", "hosts: [news.example, '*.paper.example', bücher.example]\nfetch: { delay: 3s, headers: { Authorization: secret }, cookies: { session: '1' } }")).ByName("a")!;

        var fetching = rule.FetchingOf(new Uri(url));

        fetching.Delay.Should().Be(TimeSpan.FromSeconds(3));
        fetching.Headers.ContainsKey("Authorization").Should().Be(isOwn);
        fetching.Cookies.ContainsKey("session").Should().Be(isOwn);
    }

    [Fact]
    public void An_unknown_family_is_told_with_the_nearest_name() =>
        Load(("a.yaml", "{hosts: [x.com], extends: wordpres}"), ("wordpress.yaml", "strip: [.a]")).Problems.Single().ToString()
            .Should().Be("a.yaml: error: extends: no rule is named \"wordpres\"; did you mean \"wordpress\"?");

    [Theory]
    [InlineData("<meta name=generator content='WordPress 6.1'>", "wp")]
    [InlineData("<p>Late.<meta NAME=Generator content='  WordPress\n6.1'>", "wp")]
    [InlineData("<meta name=generator content=Joomla><meta name=generator content='WordPress 6.1'>", "wp")]
    [InlineData("<meta name=description content='WordPress 6.1'>", null)]
    [InlineData("<div class=ghost-body>", "ghost")]
    [InlineData("<div class='a ghost&#45;body'><p>ghost-", "ghost")]
    [InlineData("<div class=ghost&#45;body>", null)]
    [InlineData("<div class=ghost-body-a>", null)]
    [InlineData("<p>nothing", null)]
    public void A_page_of_an_unknown_host_is_known_by_its_fingerprint(string html, string? expected)
    {
        var set = Load(("wp.yaml", "fingerprints: [{generator: ^WordPress}]"), ("ghost.yaml", "fingerprints: [{css: .ghost-body, source: ghost-}]"));
        (set.ForPage("unknown.org", Page(html))?.Name).Should().Be(expected);
    }

    [Theory]
    [InlineData("<meta name=generator content='WordPress 6.1'><body class=theme>", "a-theme")]
    [InlineData("<meta name=generator content='WordPress 6.1'><body class='theme shop'>", "z-shop")]
    [InlineData("<meta name=generator content='WordPress 6.1'>", "wordpress")]
    [InlineData("<body class=shop>", "z-shop")]
    public void Of_several_families_a_page_gets_the_one_that_knows_most_of_it(string html, string expected) =>
        Load(
            ("fingerprint.wordpress.com.txt", "strip: //footer"),
            ("wp.yaml", "{name: wordpress, fingerprints: [{generator: ^WordPress}]}"),
            ("a.yaml", "{name: a-theme, extends: wordpress, fingerprints: [{css: .theme}]}"),
            ("z.yaml", "{name: z-shop, extends: a-theme, fingerprints: [{css: .shop}]}"))
            .ForPage("unknown.org", Page(html))!.Name.Should().Be(expected);

    internal static SelectorPage Page(string html) => new(HtmlTree.Parse(html, HtmlLimits.Default, CancellationToken.None));

    private static SiteRuleSet Load(params (string Path, string Text)[] files) => SiteRuleSet.Load(files.Select(f => new SiteFile(f.Path, f.Text)));
}
