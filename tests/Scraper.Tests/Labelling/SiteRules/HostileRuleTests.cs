using FluentAssertions;
using Scraper.Core;
using Scraper.Core.Sites;
using Scraper.SiteFiles;
using Xunit;

namespace Scraper.Tests.Labelling.SiteRules;

public sealed class HostileRuleTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("scraper-hostile-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_pattern_that_could_run_away_goes_over_a_megabyte_to_its_end_and_lint_tells_of_it()
    {
        const string Rule = "hosts: [example.com]\nschedule: { every: 1h }\nselect: { body: article }\nlines:\n  (a+)+$: other";
        var page = $"<article>{string.Concat(Enumerable.Repeat($"<p>{new string('a', 3_900)}b</p>", 270))}</article>";
        page.Length.Should().BeGreaterThan(1 << 20);

        var count = Read(Rule, page).Rule!.Counts.Single(c => c.Key == "lines");

        count.Should().Be(new Core.Labelling.SelectorCount("lines", "rule.yaml:5", "(a+)+$", 0, Problem: null));
        SiteLinter.Lint([new SiteFile("rule.yaml", Rule)]).Problems.Single().ToString().Should().StartWith("rule.yaml:5: warning: /(a+)+$/: repeats a repetition");
    }

    [Fact]
    public void A_pattern_that_does_run_away_is_stopped_and_the_record_says_so()
    {
        const string Rule = "hosts: [example.com]\nselect: { body: article }\nlines:\n  ^(?=a)(a|aa)+$: other";

        var extraction = Read(Rule, $"<article><p>{new string('a', 3_000)}b</p><p>A paragraph that stays what it is.</p></article>");

        extraction.Article.Rule!.Selectors.Single(c => c.Key == "lines").Problem.Should().Contain("took too long on a block and was stopped");
        extraction.Article.Text.Should().EndWith("A paragraph that stays what it is.");
    }

    [Fact]
    public void Patterns_that_take_long_on_every_block_are_stopped_for_the_page_and_the_record_says_so()
    {
        const string Rule = "hosts: [example.com]\nselect: { body: article }\nlines:\n  '^(.{1,200}){1,9}$': other";
        var page = $"<article>{string.Concat(Enumerable.Range(0, 2_000).Select(i => $"<p>{i} {string.Concat(Enumerable.Repeat("of all the words there are ", 140))}</p>"))}</article>";

        var count = Read(Rule, page).Rule!.Counts.Single(c => c.Key == "lines");

        count.Problem.Should().Be("stopped: the rule's patterns took too long on this page, 2 s together; make them simpler");
    }

    [Fact]
    public void A_rule_without_body_whose_strips_are_not_believed_names_no_body()
    {
        var doubted = new Extractor().ExtractHtml(
            $"<body><article class=all>{string.Concat(Enumerable.Range(0, 12).Select(i => $"<p>The council voted on Tuesday, for the {i}th time this year, to close the old bridge for repairs that will last until the spring.</p>"))}</article>",
            new PageContext { Rule = SiteRuleReader.Read("family.yaml", "name: family\nstrip: { .all: advert }").Rule! },
            default).Rule!;

        doubted.FellBack.Should().EndWith("text");
    }

    [Fact]
    public void A_rule_file_of_ten_megabytes_is_refused_with_one_line()
    {
        var path = Path.Combine(_folder, "large.yaml");
        File.WriteAllText(path, "hosts: [example.com]\nname: " + new string('x', 10 << 20));

        var lint = SiteLinter.Lint(SiteRuleFiles.Read(_folder));

        lint.Refused.Should().Be(1);
        lint.Problems.Single().ToString().Should().Be($"{path}: error: the file is longer than 1,048,576 characters: split it, one file a site");
    }

    [Theory]
    [InlineData("<aside>", "<script>", "<aside>x</aside>", "it would leave a <script> open, which swallows the rest of the page, and was left out")]
    [InlineData("</noscript>", "</div>", "<noscript data-css>x</noscript>", "it would leave a <noscript> open, which swallows the rest of the page, and was left out")]
    [InlineData("<aside>", "<!--", "<aside>x</aside>", "the rewrites left no block of the page and were undone")]
    public void A_rewrite_that_would_swallow_the_page_is_not_made_and_the_record_says_so(string find, string replace, string before, string reason)
    {
        var rule = $"hosts: [example.com]\nrewrite:\n  - {{ find: '{find}', replace: '{replace}' }}\nselect: {{ body: article }}";

        var article = Read(rule, $"<body>{before}<article><p>The paragraph of this page that matters to its reader.</p></article>").Article;

        article.Text.Should().Be("The paragraph of this page that matters to its reader.");
        article.Rule!.Selectors[0].Should().Be(new Core.Labelling.SelectorCount("rewrite", "rule.yaml:3", find, 0, reason));
    }

    private static Extraction Read(string rule, string page) =>
        new Extractor().ExtractHtml(page, new PageContext { Rule = SiteRuleReader.Read("rule.yaml", rule).Rule! }, default);
}
