using FluentAssertions;
using Xunit;

namespace Scraper.EndToEnd;

/// <summary>What a command line is refused for, and how: exit code 2, one line that says what and where, nothing done.</summary>
public sealed class UsageTests : IDisposable
{
    private readonly WorkFolder _folder = new();

    public UsageTests()
    {
        _folder.Write("page.html", "<html><head><title>Gate</title></head><body><article><h1>Gate</h1><p>The orchard stays open, although its gate is locked after six.</p></article></body></html>");
        _folder.Write("robots.txt", "User-agent: *\nDisallow: /private\n");
    }

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("clean nowhere")]
    [InlineData("clean page.html --sites nowhere")]
    [InlineData("clean page.html --urls nowhere")]
    [InlineData("clean page.html --jsonl nowhere/out.jsonl")]
    [InlineData("sites list --sites nowhere")]
    [InlineData("sites explain page.html --sites nowhere")]
    [InlineData("sites try nowhere page.html")]
    [InlineData("sites try nowhere page.html --sites nowhere")]
    [InlineData("sites test --sites nowhere")]
    [InlineData("sites lint nowhere")]
    [InlineData("sites push nowhere")]
    [InlineData("sites import ftr nowhere")]
    [InlineData("sites import miniflux nowhere")]
    [InlineData("import nowhere")]
    [InlineData("reextract --rules nowhere")]
    [InlineData("feed nowhere")]
    [InlineData("robots test nowhere --url https://example.com/")]
    [InlineData("robots test --jsonl nowhere")]
    public async Task A_file_or_folder_that_is_not_there_is_a_wrong_command_line_in_every_command(string line)
    {
        var refused = await RunAsync(line);

        refused.Exit.Should().Be(2, refused.Error);
        refused.Error.Should().StartWith("scraper: ").And.MatchRegex("nowhere\\S*: no such (rule )?(file|folder)");
        refused.Output.Trim().Should().BeEmpty();
    }

    [Theory]
    [InlineData("robots test . --url https://example.com/", ".: is a folder, not a file")]
    [InlineData("feed .", ".: is a folder, not a file")]
    [InlineData("articles list --limit many", "--limit many: not a whole number")]
    [InlineData("db prune --max-days x", "--max-days x: not a whole number")]
    [InlineData("articles list --since 999999d", "--since 999999d: not a time; write")]
    [InlineData("feed https://example.com/ --allow a=b", "--allow: allow list entry 'a=b'")]
    [InlineData("feed https://example.com/ --allow 10.0.0.0/8", "--allow: allow list entry '10.0.0.0/8': must be host or host:port, or either with =CIDR behind it")]
    [InlineData("feed https://example.com/ --allow http://intranet.example", "--allow: allow list entry 'http://intranet.example': must be host or host:port")]
    [InlineData("check-address https://example.com/ --allow a=b", "--allow: allow list entry 'a=b'")]
    public async Task What_is_named_wrongly_is_told_in_our_words(string line, string message)
    {
        var refused = await RunAsync(line);

        refused.Exit.Should().Be(2, refused.Error);
        refused.Error.Should().StartWith("scraper: ").And.Contain(message);
    }

    [UnixFact]
    public async Task A_warc_file_out_of_a_pipe_is_refused_before_a_store_is_made()
    {
        using var piped = ScraperProcess.StartProgram(_folder.Path, "/bin/sh", ["-c", "echo WARC/1.0 | \"$0\" import /dev/stdin", ScraperProcess.Program]);

        var refused = await piped.EndAsync();

        refused.Exit.Should().Be(2, refused.Error);
        refused.Error.Should().StartWith("scraper: /dev/stdin: a WARC file must be a file");
        File.Exists(_folder["scraper.db"]).Should().BeFalse();
    }

    [Theory]
    [InlineData("clean page.html --jsonl ", "--jsonl")]
    [InlineData("clean page.html --urls ", "--urls")]
    [InlineData("sites import ftr robots.txt --to ", "--to")]
    [InlineData("robots test --jsonl ", "--jsonl")]
    [InlineData("feed ", "FILE|URL")]
    [InlineData("robots test  --url https://example.com/", "FILE")]
    [InlineData("sites learn --site ", "--site")]
    public async Task What_is_empty_is_named(string line, string name)
    {
        var refused = await RunAsync(line);

        refused.Exit.Should().Be(2, refused.Error);
        refused.Error.Should().StartWith($"scraper: {name}: is empty");
        refused.Output.Trim().Should().BeEmpty();
    }

    [Theory]
    [InlineData("sites import miniflux page.html --to out")]
    [InlineData("sites import miniflux feeds.json --to out")]
    [InlineData("sites import ftr page.html --to out")]
    [InlineData("sites import ftr notes.txt --to out")]
    [InlineData("sites import ftr empty --to out")]
    public async Task An_import_in_which_no_rule_is_found_is_refused(string line)
    {
        _folder.Write("feeds.json", "[]");
        _folder.Write("notes.txt", "Nothing but a remark.\n");
        Directory.CreateDirectory(_folder["empty"]);

        var refused = await RunAsync(line);

        refused.Exit.Should().Be(2, refused.Error);
        refused.Error.Should().Contain(": no rule to import is in it");
        Directory.Exists(_folder["out"]).Should().BeFalse();
    }

    [Fact]
    public async Task An_import_says_what_it_wrote()
    {
        _folder.Write("feeds.json", """[{"feed_url": "https://a.example/1.xml", "site_url": "https://a.example/"}]""");

        var imported = await RunAsync("sites import miniflux feeds.json --to out");

        imported.Exit.Should().Be(0, imported.Error);
        File.Exists(_folder["out/a.example.yaml"]).Should().BeTrue();
    }

    [Theory]
    [InlineData("https://example.com/foo")]
    [InlineData("x:\"y")]
    public async Task The_site_of_pages_to_learn_from_is_a_host(string site)
    {
        var refused = await ScraperProcess.RunAsync(_folder.Path, "sites", "learn", "page.html", "page.html", "page.html", "--site", site);

        refused.Exit.Should().Be(2, refused.Error);
        refused.Error.Should().StartWith($"scraper: --site {site}: not a host");
    }

    [Fact]
    public async Task A_wanted_passage_that_is_on_no_page_is_told()
    {
        var learnt = await ScraperProcess.RunAsync(_folder.Path, "sites", "learn", "page.html", "page.html", "--site", "example.com", "--wanted", "nowhere to be found");

        learnt.Error.Should().Contain("--wanted \"nowhere to be found\": in no block of these pages");
    }

    [Fact]
    public async Task An_address_that_is_none_is_not_allowed_by_a_robots_txt_but_refused()
    {
        var refused = await ScraperProcess.RunAsync(_folder.Path, "robots", "test", "robots.txt", "--url", "not a url");

        refused.Exit.Should().Be(2, refused.Error);
        refused.Error.Should().Contain("'not a url' is no absolute http or https address");
        (await RunAsync("robots test robots.txt --url https://example.com/private/%7ea")).Exit.Should().Be(1);
        (await RunAsync("robots test robots.txt --url https://example.com/open")).Exit.Should().Be(0);
    }

    [Theory]
    [InlineData("clean page.html --explain --json", "--json", "--explain")]
    [InlineData("clean page.html --format html --json", "--format", "--json")]
    [InlineData("clean page.html --format html --jsonl -", "--format", "--jsonl")]
    [InlineData("clean page.html --explain --jsonl -", "--explain", "--jsonl")]
    [InlineData("clean pages --url https://example.com/a", "--url", "PATH")]
    [InlineData("fetch https://example.com/a --explain --json", "--json", "--explain")]
    [InlineData("fetch https://example.com/a --explain --format markdown", "--format", "--explain")]
    [InlineData("articles show 1 --revisions --json", "--json", "--revisions")]
    [InlineData("articles show 1 --revisions --explain", "--explain", "--revisions")]
    public async Task Two_options_of_which_one_would_win_silently_are_refused_by_their_names(string line, string one, string other)
    {
        _folder.Write("pages/a.html", "<p>a</p>");
        _folder.Write("pages/b.html", "<p>b</p>");

        var refused = await RunAsync(line);

        refused.Exit.Should().Be(2, refused.Error);
        refused.Error.Should().StartWith("scraper: ").And.Contain($"{one} and {other}");
        refused.Output.Trim().Should().BeEmpty();
    }

    [Theory]
    [InlineData("--nope", "scraper --help")]
    [InlineData("clean page.html --nope", "scraper clean --help")]
    [InlineData("articles list --nope", "scraper articles list --help")]
    [InlineData("sites import ftr nowhere --nope", "scraper sites import ftr --help")]
    public async Task The_hint_names_a_command_that_is_there(string line, string hint) =>
        (await RunAsync(line)).Error.Should().Contain($"Try '{hint}'.");

    [Theory]
    [InlineData("clean page.html --format xml", "--format xml: must be html, json, markdown or text")]
    [InlineData("articles export --format xml", "--format xml: must be csv, jsonl or markdown")]
    [InlineData("fetch https://example.com/a --log xml", "--log xml: must be json or text")]
    public async Task A_name_that_is_none_is_answered_with_those_that_are(string line, string message)
    {
        var refused = await RunAsync(line);

        refused.Exit.Should().Be(2, refused.Error);
        refused.Error.Should().Contain(message).And.NotContain("Scraper.");
    }

    [Theory]
    [InlineData("""{"id":null,"url":"https://example.com/a"}""", "'id' is missing or no string")]
    [InlineData("""{"id":"page","url":7}""", "'url' is missing or no string")]
    [InlineData("""["page"]""", "'id' is missing or no string")]
    [InlineData("page https://example.com/a", "not a line {\"id\",\"url\"}")]
    public async Task A_line_of_a_manifest_that_is_none_is_named_with_file_and_line(string line, string message)
    {
        _folder.Write("manifest.jsonl", $$"""{"id":"other","url":"https://example.com/other"}{{'\n'}}{{line}}{{'\n'}}""");

        var refused = await RunAsync("clean page.html --urls manifest.jsonl");

        refused.Exit.Should().Be(2, refused.Error);
        refused.Error.Should().StartWith("scraper: manifest.jsonl:2: ").And.Contain(message);
    }

    [Fact]
    public async Task A_line_of_cases_that_is_none_is_told_by_the_program()
    {
        _folder.Write("cases.jsonl", "[]\n");

        (await RunAsync("robots test --jsonl cases.jsonl")).Error.Should().StartWith("scraper: cases.jsonl:1: ");
    }

    private Task<ScraperResult> RunAsync(string line) => ScraperProcess.RunAsync(_folder.Path, line.Split(' '));
}
