using System.Text.RegularExpressions;
using FluentAssertions;
using Xunit;

namespace Scraper.EndToEnd;

/// <summary><c>scraper clean</c> from the shell.</summary>
public sealed class CleanTests : IDisposable
{
    private readonly WorkFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_page_that_is_no_article_is_printed_and_called_by_its_name()
    {
        _folder.Write("wall.html", "<html><head><title>Just a moment...</title></head><body><h2>Checking your browser before accessing example.com</h2></body></html>");

        var cleaned = await ScraperProcess.RunAsync(_folder.Path, "clean", "wall.html");

        cleaned.Exit.Should().Be(0);
        cleaned.Output.Should().Contain("Checking your browser");
        cleaned.Error.Should().Contain("wall.html: not an article: bot_challenge");
    }

    [Fact]
    public async Task What_is_longer_than_is_read_says_so()
    {
        _folder.Write("long.txt", "The orchard stays open." + new string('\n', 200_001));

        var cleaned = await ScraperProcess.RunAsync(_folder.Path, "clean", "long.txt");

        cleaned.Error.Should().Contain("long.txt: longer than is read; the rest was left out");
    }

    [Theory]
    [InlineData("story.log")]
    [InlineData("story.v2")]
    [InlineData("Interview with Dr. Smith")]
    public async Task A_file_whose_ending_says_nothing_is_a_page_where_it_starts_with_a_tag_and_a_text_elsewhere(string name)
    {
        _folder.Write(name, "The gate is < 2 m wide\nand <b>never</b> locked, says the keeper of the orchard.\n\nVisitors come by the hundred on every Sunday in May.\n");
        _folder.Write($"page/{name}", "\n<p>The gate is never <b>locked</b>, says the keeper of the orchard, and visitors come by the hundred.</p>");

        var text = await ScraperProcess.RunAsync(_folder.Path, "clean", name);
        var page = await ScraperProcess.RunAsync(_folder.Path, "clean", $"page/{name}");

        text.Output.Should().Contain("<b>never</b>", text.Error);
        page.Output.Should().Contain("never locked", page.Error);
    }

    [UnixTheory]
    [InlineData("clean pages --jsonl -")]
    [InlineData("clean pages")]
    public async Task A_reader_that_has_enough_ends_it(string command)
    {
        for (var i = 0; i < 2_000; i++)
        {
            _folder.Write($"pages/{i:0000}.html", $"<html><body><article><h1>Story-{i:0000}</h1><p>The orchard stays open, although its gate is locked after six.</p></article></body></html>");
        }

        using var pipe = ScraperProcess.StartProgram(_folder.Path, "/bin/sh", ["-c", $"{{ \"$0\" {command} 2> trouble; echo $? > code; }} | head -n 1", ScraperProcess.Program]);
        var ended = await pipe.EndAsync();

        ended.Output.Should().NotBeEmpty();
        File.ReadAllText(_folder["code"]).Trim().Should().Be("141");
        File.ReadAllText(_folder["trouble"]).Should().BeEmpty();
    }

    [Theory]
    [InlineData("clean", "pages", "--jsonl", "-")]
    [InlineData("clean", "pages")]
    public async Task A_folder_s_pages_come_in_the_order_of_their_names_and_one_that_is_none_is_reported(params string[] command)
    {
        const int Pages = 300;
        for (var i = 0; i < Pages; i++)
        {
            // The first of each ten takes longest.
            var sentences = string.Concat(Enumerable.Repeat("<p>The orchard stays open, although the gate at its far end is locked after six.</p>", i % 10 == 0 ? 400 : 3));
            _folder.Write($"pages/{i:000}.html", $"<html><head><title>Story-{i:000}</title></head><body><article><h1>Story-{i:000}</h1>{sentences}</article></body></html>");
        }

        File.WriteAllBytes(_folder["pages/150.html"], [.. Enumerable.Range(0, 4096).Select(i => (byte)(i * 7919 >> 5))]);

        var cleaned = await ScraperProcess.RunAsync(_folder.Path, command);

        cleaned.Exit.Should().Be(1);
        cleaned.Error.Should().Contain("150.html: not a text");
        Regex.Matches(cleaned.Output, "(?<=(\"title\":\"|^))Story-[0-9]{3}", RegexOptions.Multiline).Select(m => m.Value).Distinct()
            .Should().Equal(Enumerable.Range(0, Pages).Where(i => i != 150).Select(i => $"Story-{i:000}"));
    }

    [Fact]
    public async Task Lines_say_what_each_page_is_and_the_end_counts_those_that_gave_no_article()
    {
        WriteOneOfEach();

        var cleaned = await ScraperProcess.RunAsync(_folder.Path, "clean", "pages", "--jsonl", "-");

        cleaned.Exit.Should().Be(0, "every file was read");
        cleaned.JsonLines.Select(l => (l.GetProperty("id").GetString(), l.GetProperty("verdict").GetString()))
            .Should().Equal(("article", "article"), ("empty", "article"), ("wall", "bot_challenge"));
        cleaned.Error.Trim().Should().Be("scraper: 1 of 3 pages gave no text, 1 is not an article (bot challenge 1)");
    }

    [Theory]
    [InlineData(""","url":"" """, "")]
    [InlineData(""","url":null""", "")]
    [InlineData("", "")]
    [InlineData(""","url":"/etc" """, "scraper: manifest.jsonl:2: 'url' is no absolute http or https address; article is cleaned without one: /etc")]
    [InlineData(""","url":"ftp://example.com/a" """, "scraper: manifest.jsonl:2: 'url' is no absolute http or https address; article is cleaned without one: ftp://example.com/a")]
    public async Task A_page_without_an_address_in_the_manifest_is_cleaned_like_the_others(string url, string told)
    {
        WriteOneOfEach();
        _folder.Write("manifest.jsonl", $$"""{"id":"wall","url":"https://example.com/wall"}{{'\n'}}{"id":"article"{{url}}}{{'\n'}}""");

        var cleaned = await ScraperProcess.RunAsync(_folder.Path, "clean", "pages", "--urls", "manifest.jsonl", "--jsonl", "-");

        cleaned.Exit.Should().Be(0, cleaned.Error);
        cleaned.JsonLines.Select(l => (l.GetProperty("id").GetString(), l.GetProperty("url").GetString()))
            .Should().Equal(("article", string.Empty), ("empty", string.Empty), ("wall", "https://example.com/wall"));
        cleaned.Error.Split('\n')[0].Should().Be(told.Length > 0 ? told : "scraper: 1 of 3 pages gave no text, 1 is not an article (bot challenge 1)");
    }

    [Theory]
    [InlineData("pages/article.html", "pages/article.html")]
    [InlineData("pages", "./pages/../pages/empty.html")]
    public async Task Lines_are_never_written_over_a_page_that_is_to_be_cleaned(string pages, string output)
    {
        WriteOneOfEach();
        var before = File.ReadAllText(_folder[output]);

        var refused = await ScraperProcess.RunAsync(_folder.Path, "clean", pages, "--jsonl", output);

        refused.Exit.Should().Be(2);
        refused.Error.Trim().Should().Be($"scraper: {output}: is one of the pages that are to be cleaned; name another file for --jsonl");
        File.ReadAllText(_folder[output]).Should().Be(before);
    }

    [Theory]
    [InlineData("pages/empty.html", 5)]
    [InlineData("pages/article.html", 0)]
    public async Task One_page_ends_alike_as_a_line_and_printed(string page, int exit)
    {
        WriteOneOfEach();

        (await ScraperProcess.RunAsync(_folder.Path, "clean", page)).Exit.Should().Be(exit);
        (await ScraperProcess.RunAsync(_folder.Path, "clean", page, "--jsonl", "-")).Exit.Should().Be(exit);
    }

    [Fact]
    public async Task JSON_of_several_pages_is_a_line_a_page_that_names_its_file_and_of_one_it_is_indented()
    {
        WriteOneOfEach();

        var several = await ScraperProcess.RunAsync(_folder.Path, "clean", "pages", "--json");
        var one = await ScraperProcess.RunAsync(_folder.Path, "clean", "pages/article.html", "--json");

        several.JsonLines.Select(l => Path.GetFileName(l.GetProperty("file").GetString())).Should().Equal("article.html", "empty.html", "wall.html");
        several.JsonLines[0].GetProperty("title").GetString().Should().Be("Orchard");
        one.Output.Should().StartWith("{\n  \"url\"");
    }

    [Fact]
    public async Task A_folder_is_one_with_a_single_page_too()
    {
        WriteOneOfEach();
        _folder.Write("one/article.html", File.ReadAllText(_folder["pages/article.html"]));
        _folder.Write("none/empty.html", File.ReadAllText(_folder["pages/empty.html"]));

        var one = await ScraperProcess.RunAsync(_folder.Path, "clean", "one", "--json");
        var none = await ScraperProcess.RunAsync(_folder.Path, "clean", "none", "--jsonl", "-");

        Path.GetFileName(one.JsonLines.Single().GetProperty("file").GetString()).Should().Be("article.html");
        none.Exit.Should().Be(0, "a folder's pages without text are lines");
    }

    private void WriteOneOfEach()
    {
        var text = string.Concat(Enumerable.Repeat("<p>The orchard stays open, although the gate at its far end is locked after six.</p>", 3));
        _folder.Write("pages/article.html", $"<html><head><title>Orchard</title></head><body><article><h1>Orchard</h1>{text}</article></body></html>");
        _folder.Write("pages/empty.html", "<html><body><nav><a href=/>Home</a></nav></body></html>");
        _folder.Write("pages/wall.html", "<html><head><title>Just a moment...</title></head><body><h2>Checking your browser before accessing example.com</h2></body></html>");
    }
}
