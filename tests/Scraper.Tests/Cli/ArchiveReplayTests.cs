using System.Text;
using FluentAssertions;
using Scraper.Cli;
using Scraper.Core;
using Scraper.Core.Metadata;
using Scraper.Core.Sites;
using Scraper.Storage;
using Scraper.Tests.Storage;
using Xunit;

namespace Scraper.Tests.Cli;

public sealed class ArchiveReplayTests
{
    private const string Rule = "name: example\nhosts: [example.com]\nselect: { title: h1, body: .story }";

    private const string Page = """
        <html><head><meta charset=iso-8859-1></head><body><h1>Das Stück</h1><div class=story>
        <p>Die Bühne war grün, und die Leute saßen still und hörten zu, bis der Vorhang fiel.</p>
        <p>Am Ende gab es Beifall für alle, die daran mitgewirkt hatten, und dann gingen sie heim.</p>
        <p class=ad>Jetzt Karten kaufen, nur solange der Vorrat reicht!</p></div></body></html>
        """;

    [Fact]
    public async Task Pages_that_still_come_out_as_stored_are_ok_in_the_encoding_they_were_sent_in()
    {
        await using var fixture = await StoredAsync();

        var (result, output) = await RunAsync(fixture, Rule);

        result.Should().Be((1, 0));
        output.Should().Be("ok   example https://example.com/a\n");
    }

    [Theory]
    [InlineData(false, "- Jetzt Karten kaufen, nur solange der Vorrat reicht!\n")]
    [InlineData(true, "\e[31m- Jetzt Karten kaufen, nur solange der Vorrat reicht!\e[0m\n")]
    public async Task A_changed_rule_shows_what_it_changes_in_the_archive(bool colour, string line)
    {
        await using var fixture = await StoredAsync();

        var (result, output) = await RunAsync(fixture, Rule + "\nstrip: { .ad: advert }", colour: colour);

        result.Should().Be((1, 1));
        output.Should().StartWith("DIFF example https://example.com/a\n").And.EndWith(line);
        output.Contains('\e').Should().Be(colour);
    }

    [Fact]
    public async Task Only_pages_of_the_named_rule_are_read_and_no_more_than_asked_for()
    {
        await using var fixture = await StoredAsync("/a", "/b", "/c");
        const string Other = "name: other\nhosts: [other.org]";

        (await RunAsync(fixture, Rule, most: 2)).Result.Pages.Should().Be(2);
        (await RunAsync(fixture, Rule, Other, only: "other")).Result.Pages.Should().Be(0);
        (await RunAsync(fixture, Rule, Other, only: "example")).Result.Pages.Should().Be(3);
        (await RunAsync(fixture, Other)).Result.Pages.Should().Be(0, "no rule is for these pages");
    }

    [Fact]
    public async Task An_article_of_several_pages_is_read_whole()
    {
        await using var fixture = await StoreFixture.OpenAsync();
        var page = StoreFixture.Page(StoreFixture.Article("https://example.com/long", "The first part of the story.\n\nThe second part of the story.", "Long") with { Authors = [], PublishedAt = null, Captions = [], Metadata = PageMetadata.None, Pictures = [] });
        var second = page.Page with { Url = "https://example.com/long/2", FinalUrl = "https://example.com/long/2", Body = "<h1>Long</h1><div class=story><p>The second part of the story.</div>"u8.ToArray() };
        await fixture.SaveAsync(page with
        {
            Page = page.Page with { Body = "<h1>Long</h1><div class=story><p>The first part of the story.</div><a rel=next href=/long/2>2</a>"u8.ToArray(), Parts = [second] },
        });

        var (result, output) = await RunAsync(fixture, Rule + "\nnext_page: a[rel=next]");

        result.Should().Be((1, 0), output);
    }

    [Fact]
    public async Task Pictures_are_compared_but_for_the_queries_of_their_addresses()
    {
        await using var fixture = await StoredAsync();
        var page = (await fixture.Store.Articles.FindAsync("https://example.com/a", default))!;
        page.Article.Pictures.Should().BeEmpty();
        fixture.Change("""UPDATE article SET pictures = '[["https://example.com/p.jpg?w=1",null,"Ann"]]'""");

        var (result, output) = await RunAsync(fixture, Rule);

        result.Should().Be((1, 1));
        output.Should().EndWith("- pictures: https://example.com/p.jpg | Ann\n");
    }

    [Fact]
    public async Task What_was_not_known_of_an_article_is_no_difference()
    {
        await using var fixture = await StoredAsync();
        fixture.Change("UPDATE article SET section = NULL, tags = NULL, pictures = NULL");

        var (result, _) = await RunAsync(fixture, Rule.Replace("title: h1", "title: h1, section: h1", StringComparison.Ordinal));

        result.Should().Be((1, 0));
    }

    [Fact]
    public async Task The_archive_is_only_read()
    {
        await using var fixture = await StoredAsync();
        var before = await fixture.Store.Articles.FindAsync("https://example.com/a", default);
        await fixture.ReopenAsync(StoreAccess.Read);

        await RunAsync(fixture, Rule + "\nstrip: { .ad: advert }");

        (await fixture.Store.Articles.FindAsync("https://example.com/a", default)).Should().BeEquivalentTo(before);
    }

    private static async Task<StoreFixture> StoredAsync(params string[] paths)
    {
        var fixture = await StoreFixture.OpenAsync();
        foreach (var path in paths.DefaultIfEmpty("/a"))
        {
            var html = Page.Replace("Stück", $"Stück {path}", StringComparison.Ordinal).Replace("grün", $"grün wie {path}", StringComparison.Ordinal);
            var url = new Uri($"https://example.com{path}");
            var article = new Extractor().ExtractHtml(html, new PageContext { Url = url, Rules = Rules(Rule) }, default).Article with { Site = "example" };
            var page = StoreFixture.Page(article with { Url = url.AbsoluteUri });
            await fixture.SaveAsync(page with { Page = page.Page with { Body = Encoding.Latin1.GetBytes(html) } });
        }

        return fixture;
    }

    private static SiteRuleSet Rules(params string[] texts) => SiteRuleSet.Load(texts.Select((t, i) => new SiteFile($"{i}.yaml", t)));

    private static Task<((int Pages, int Different) Result, string Output)> RunAsync(StoreFixture fixture, params string[] rules) => RunAsync(fixture, Rules(rules), null, 100, false);

    private static Task<((int Pages, int Different) Result, string Output)> RunAsync(StoreFixture fixture, string rule, bool colour) => RunAsync(fixture, Rules(rule), null, 100, colour);

    private static Task<((int Pages, int Different) Result, string Output)> RunAsync(StoreFixture fixture, string rule, int most) => RunAsync(fixture, Rules(rule), null, most, false);

    private static Task<((int Pages, int Different) Result, string Output)> RunAsync(StoreFixture fixture, string rule, string other, string only) =>
        RunAsync(fixture, Rules(rule, other), only, 100, false);

    private static async Task<((int Pages, int Different) Result, string Output)> RunAsync(StoreFixture fixture, SiteRuleSet rules, string? only, int most, bool colour)
    {
        using var output = new StringWriter { NewLine = "\n" };
        var result = await new ArchiveReplay(fixture.Store, rules, output).RunAsync(only is null ? null : rules.ByName(only), most, colour, default);
        return (result, output.ToString());
    }
}
