using System.Diagnostics;
using System.Text;
using FluentAssertions;
using Scraper.Core.Labelling;
using Scraper.Core.Sites;
using Scraper.SiteFiles;
using Xunit;

namespace Scraper.Tests.Sites;

public sealed class SiteRuleReaderTests
{
    [Fact]
    public void A_whole_file_is_read()
    {
        var reading = SiteRuleReader.Read("sites/example.com.yaml", """
            name: example
            title: The Example
            hosts: [Example.com, "*.example.com"]
            language: en
            schedule: { every: 1h30m }
            discovery:
              feeds: https://example.com/feed
              front_pages:
                - url: https://example.com/
                  links: h2 a
              include: ['/\d{4}/']
            fetch:
              delay: 2s
              user_agent: Agent/1
              headers: { Accept-Language: en }
              cookies: { consent: yes }
              render: auto
            rewrite:
              - find: <amp-img
                replace: <img
            select:
              title: [h1.title, //h1]
              date:
                css: time
                attribute: datetime
                date: d MMM yyyy
                zone: Europe/London
              body: { css: .story, required: true }
            strip:
              .related: related
              "//div[@id='c']": comment
            cut_after:
              - text: Latest news
                label: related
              - The end
            lines:
              "^Read more": related
            next_page: a[rel=next]
            max_pages: 5
            layouts:
              - valid_until: 2020-01-31
                select: { body: "#old" }
            """);

        reading.Problems.Should().BeEmpty();
        var rule = reading.Rule!;
        rule.Hosts.Should().Equal("example.com", "*.example.com");
        rule.Schedule!.Every.Should().Be(TimeSpan.FromMinutes(90));
        rule.Discovery.Feeds.Should().Equal("https://example.com/feed");
        rule.Fetching.Delay.Should().Be(TimeSpan.FromSeconds(2));
        rule.Fetching.Cookies["consent"].Should().Be("yes");
        rule.Fetching.Render.Should().Be(RenderMode.Auto);
        rule.Layouts.Should().HaveCount(2);
        var layout = rule.Layouts[0];
        layout.Selectors(SiteField.Title).Select(s => (s.Expression, s.IsXPath)).Should().Equal(("h1.title", false), ("//h1", true));
        layout.Selectors(SiteField.Title)[0].Where.Should().Be("example.com.yaml:22");
        layout.Strip.Select(s => s.Label).Should().Equal(Label.Related, Label.Comment);
        layout.CutAfter.Should().HaveCount(2);
        layout.MaxPages.Should().Be(5);
        rule.Layouts[1].ValidUntil.Should().Be(new DateOnly(2020, 1, 31));
    }

    [Theory]
    [InlineData("schedule: { every: adaptive }", 5, 360)]
    [InlineData("schedule: { every: adaptive, at_least: 10m, at_most: 1d }", 10, 1440)]
    public void An_adaptive_schedule_has_bounds(string yaml, int least, int most)
    {
        var reading = SiteRuleReader.Read("r.yaml", "hosts: [a.com]\n" + yaml);

        reading.Problems.Should().BeEmpty();
        var schedule = new SiteSchedule { Adaptive = new AdaptiveInterval(TimeSpan.FromMinutes(least), TimeSpan.FromMinutes(most)) };
        reading.Rule!.Schedule.Should().Be(schedule);
        SiteRuleReader.Read("r.yaml", SiteRuleWriter.Write(reading.Rule)).Rule!.Schedule.Should().Be(schedule);
    }

    [Theory]
    [InlineData("schedule: { every: 5m, at_most: 1h }", "*schedule.at_most: goes with every: adaptive")]
    [InlineData("schedule: { every: adaptive, at_least: 7h }", "*at_least is longer than at_most*")]
    [InlineData("schedule: { every: adaptive, at_least: 0s }", "*schedule.at_least: shorter than a second")]
    [InlineData("schedule: { every: adaptive, cron: 0 0 * * * ? }", "*exactly one of every and cron")]
    public void Bounds_that_make_no_sense_are_refused(string yaml, string problem) =>
        SiteRuleReader.Read("r.yaml", "hosts: [a.com]\n" + yaml).Problems.Should().ContainSingle().Which.ToString().Should().Match(problem);

    [Theory]
    [InlineData("hosts: [a.com]\nselct:\n  title: h1", "r.yaml:2:1: error: selct: unknown key; did you mean \"select\"?")]
    [InlineData("select:\n  boddy: p", "r.yaml:2:3: error: select.boddy: unknown key; did you mean \"body\"?")]
    [InlineData("name: a\nname: b", "r.yaml:2:1: error: name: given twice; keep one")]
    [InlineData("select:\n  title: 'h1['", "r.yaml:2:10: error: select.title: \"h1[\": not a CSS selector (an XPath starts with / or stands under the key xpath)")]
    [InlineData("select:\n  title: //h1[contains(@class)]", "r.yaml:2:10: error: select.title: \"//h1[contains(@class)]\": not XPath 1.0: Function 'contains' in '//h1[contains(@class)]' has an invalid number of arguments.")]
    [InlineData("lines:\n  '(': related", "r.yaml:2:3: error: lines: not a regular expression: Invalid pattern '(' at offset 1. Not enough )'s.")]
    [InlineData("strip:\n  .a: relatd", "r.yaml:2:7: error: strip: \"relatd\" is not a label; did you mean \"related\"?")]
    [InlineData("schedule: { every: 10m, cron: 0 0 * * * ? }", "r.yaml:1:11: error: schedule: needs exactly one of every and cron")]
    [InlineData("schedule: { every: 999999999d }", "r.yaml:1:20: error: schedule.every: \"999999999d\" is not a duration such as 30s, 10m, 1h30m, 1d")]
    [InlineData("schedule: { every: 10 minutes }", "r.yaml:1:20: error: schedule.every: \"10 minutes\" is not a duration such as 30s, 10m, 1h30m, 1d")]
    [InlineData("schedule: { cron: 0 0 12 * * ?, zone: Mars/Olympus }", "r.yaml:1:39: error: schedule.zone: \"Mars/Olympus\" is not a time zone; write an IANA name such as Europe/London")]
    [InlineData("hosts: [https://a.com/]", "r.yaml:1:9: error: hosts: \"https://a.com/\" is not a host; write it without scheme, port and path: example.com or *.example.com")]
    [InlineData("discovery: { feeds: [feed.xml] }", "r.yaml:1:22: error: discovery.feeds: \"feed.xml\" is not an absolute http or https address")]
    [InlineData("fetch:\n  headers:\n    A: \"b\\r\\nC: d\"", "r.yaml:3:8: error: fetch.headers: holds a line break or another control character")]
    [InlineData("layouts:\n  - select: { body: a }\n  - select: { body: b }", "r.yaml:3:5: error: layouts: needs valid_until: only today's layout is without")]
    [InlineData("select:\n  title: [[h1]]", "r.yaml:2:11: error: select.title: must be a selector, or a mapping with css or xpath")]
    [InlineData("hosts: [a.com]\nselect:\n  body: #story", "r.yaml:3:3: error: select.body: has no value (a selector that begins with # needs quotes); give one or leave the key out")]
    [InlineData("hosts: [a.com]\nselect:\n  title:\n  body: p", "r.yaml:3:3: error: select.title: has no value (a selector that begins with # needs quotes); give one or leave the key out")]
    [InlineData("hosts: [a.com]\nstrip:", "r.yaml:2:1: error: strip: has no value (a selector that begins with # needs quotes); give one or leave the key out")]
    [InlineData("name: a\nhosts:", "r.yaml:2:1: error: hosts: has no value (a selector that begins with # needs quotes); give one or leave the key out")]
    [InlineData("name: a\nschedule: { every: 1h }", "r.yaml:2:11: error: schedule: a rule without hosts is a family and never visited; name its hosts")]
    [InlineData("name: a\ndiscovery:\n  feeds: http://a.com/feed", "r.yaml:3:3: error: discovery: a rule without hosts is a family and never visited; name its hosts")]
    [InlineData("fetch:\n  headers: { Cookie: a=b }", "r.yaml:2:14: error: fetch.headers: \"Cookie\" is not sent from here; write each cookie under cookies: { name: value }")]
    [InlineData("fetch:\n  headers: { host: b.com }", "r.yaml:2:14: error: fetch.headers: \"host\" is the program's own and would not be sent; leave it out")]
    [InlineData("fetch:\n  cookies: { a: b; Path=/ }", "r.yaml:2:14: error: fetch.cookies: holds a ; which ends a cookie; write each cookie on a line of its own, without Path or Expires")]
    [InlineData("", "r.yaml:1:1: error: the file is empty")]
    [InlineData("just text", "r.yaml:1:1: error: a rule file is a mapping, a line \"key: value\" each")]
    [InlineData("a: &x [1]\nb: *x", "r.yaml:1:4: error: anchors (&) and tags (!) are not used in rule files; write the value out")]
    public void What_is_wrong_is_told_with_file_line_column_and_key(string yaml, string expected)
    {
        var reading = SiteRuleReader.Read("r.yaml", yaml);
        reading.Rule.Should().BeNull();
        reading.Problems.Select(p => p.ToString()).Should().Contain(expected);
    }

    [Theory]
    [InlineData("Accept-Encoding")]
    [InlineData("Range")]
    [InlineData("If-None-Match")]
    [InlineData("Accept-Language")]
    public void A_header_is_read_where_it_is_sent(string name) =>
        SiteRuleReader.Read("r.yaml", $"fetch:\n  headers: {{ {name}: x }}").Problems.Any().Should().Be(!Scraper.Fetching.Http.HeaderText.MaySend(name, "x"));

    [Theory]
    [InlineData("schedule: { every: 1h, zone: Europe/London }", "r.yaml:2:30: warning: schedule.zone: goes with cron; an interval has no time zone")]
    [InlineData("max_pages: 5", "r.yaml:2:12: warning: max_pages: goes with next_page; without it one page is read")]
    [InlineData("select: { body: .b }\nstrip:\n  .b: advert", "r.yaml:4: warning: strip: .b is also select.body: all that is found is stripped")]
    [InlineData("language: english", "r.yaml:2:11: warning: language: \"english\" is no language tag that is known here, and names of months are not read in it; write one such as en, de-AT or zh-Hant")]
    public void What_has_no_effect_or_goes_against_itself_is_a_warning(string yaml, string warning)
    {
        var reading = SiteRuleReader.Read("r.yaml", "hosts: [a.com]\n" + yaml);

        reading.Rule.Should().NotBeNull();
        reading.Problems.Should().ContainSingle().Which.ToString().Should().Be(warning);
    }

    [Theory]
    [InlineData("extends: cms\nmax_pages: 5")]
    [InlineData("next_page: a\nmax_pages: 5")]
    [InlineData("language: pt-BR")]
    [InlineData("language: zh-Hant")]
    [InlineData("language: fa")]
    public void What_may_have_an_effect_is_none(string yaml) => SiteRuleReader.Read("r.yaml", "hosts: [a.com]\n" + yaml).Problems.Should().BeEmpty();

    [Fact]
    public void A_rewrite_may_put_nothing_in_place_of_what_it_finds() =>
        SiteRuleReader.Read("r.yaml", "rewrite:\n  - find: <amp-ad>\n    replace:").Rule!.Rewrites.Single().Replace.Should().BeEmpty();

    [Fact]
    public void All_problems_of_a_file_are_told_at_once() =>
        SiteRuleReader.Read("r.yaml", "hots: a\nselect:\n  titel: b\nmax_pages: 900\nnext_page: a").Problems.Select(p => p.Line).Should().Equal(1, 3, 4);

    [Fact]
    public void Hostile_files_are_refused_quickly()
    {
        var bomb = new StringBuilder("a: &a [x,x,x,x,x,x,x,x,x]\n");
        for (var c = 'b'; c < 'k'; c++)
        {
            bomb.Append(c + ": &" + c + " [" + string.Join(',', Enumerable.Repeat("*" + (char)(c - 1), 4)) + "]\n");
        }

        string[] hostile =
        [
            bomb.ToString(),
            new string('[', 100_000),
            string.Concat(Enumerable.Range(0, 2_000).Select(i => new string(' ', i) + "a:\n")),
            "name: " + new string('x', 10 << 20),
            "strip:\n  '" + new string('(', 3_000) + "': other",
            "strip:\n  '" + string.Concat(Enumerable.Repeat(":not(", 700)) + "a" + new string(')', 700) + "': other",
            "lines:\n  '" + new string('(', 1_900) + "': other",
        ];
        foreach (var text in hostile)
        {
            var watch = Stopwatch.StartNew();
            var reading = SiteRuleReader.Read("r.yaml", text);
            reading.Rule.Should().BeNull();
            reading.Problems.Should().Contain(p => p.Severity == SiteProblemSeverity.Error);
            reading.Problems[0].ToString().Length.Should().BeLessThan(4_500);
            watch.Elapsed.Should().BeLessThan(TimeSpan.FromSeconds(2));
        }
    }

    [Fact]
    public void A_written_rule_reads_back_the_same()
    {
        var rule = SiteRuleReader.Read("r.yaml", """
            name: a
            hosts: [a.com]
            extends: [wordpress]
            schedule: { every: 10m }
            fetch: { delay: 1500ms, cookies: { a: "b=c" } }
            fingerprints: [{ generator: '^My: CMS', css: 'body.x', source: /my/ }, { xpath: "//b[@id='y']" }]
            rewrite: [{ find: "a'b", replace: "" }]
            tests: [{ url: "https://a.com/x", contains: ["it's: so"] }]
            select:
              author: { css: .by, replace: { '^By\s+': '' }, split: ',\s*', trim: '-' }
              date: { xpath: "//time/@datetime", date: [d MMM yyyy], zone: Europe/Paris }
              body: .b
            strip: { .c: pull_quote }
            cut_after: [{ text: Latest news, label: related }]
            lines: { '^Source:': source_link }
            keep: table
            layouts: [{ valid_until: 2020-01-01, select: { body: '#x' } }]
            """).Rule!;
        var yaml = SiteRuleWriter.Write(rule);
        var again = SiteRuleReader.Read("r.yaml", yaml);
        again.Problems.Should().BeEmpty();
        SiteRuleWriter.Write(again.Rule!).Should().Be(yaml);
        yaml.Should().Contain("pull_quote").And.Contain("Europe/Paris").And.Contain("2020-01-01").And.Contain("source_link").And.Contain("^My: CMS").And.Contain("/my/").And.Contain("//b[@id=");
    }

    [Fact]
    public void A_marker_that_is_too_long_is_refused_with_its_line()
    {
        var reading = SiteRuleReader.Read("r.yaml", $"hosts: [a.com]\ncut_after:\n  - {new string('x', 3_000)}\n");

        reading.Rule.Should().BeNull();
        reading.Problems.Should().ContainSingle().Which.ToString().Should().StartWith("r.yaml:3").And.Contain("too long");
    }

    [Fact]
    public void The_shipped_rules_need_not_be_tried()
    {
        foreach (var file in SiteRuleFiles.Read(SiteFolders.Shipped))
        {
            var tried = SiteRuleReader.Read(file);
            tried.Problems.Should().BeEmpty(file.Path);

            SiteRuleWriter.Write(SiteRuleReader.ReadTrusted(file).Rule!).Should().Be(SiteRuleWriter.Write(tried.Rule!), file.Path);
        }
    }
}
