using System.Text;
using System.Text.Json;
using FluentAssertions;
using Scraper.Fetching.Robots;
using Scraper.Tests.Fixtures;

namespace Scraper.Tests.Fetching.Robots;

public class GoogleRobotsTests
{
    private const string Cases = "testdata/robots-google/robots_google.json";

    [SharedFact(Cases)]
    public void All_145_rows_of_Googles_own_tests_are_answered_as_Google_does()
    {
        var wrong = Rows("match")
            .Where(row => RobotsTxt.Parse(Text(row, "robots_txt")).IsAllowed(Text(row, "user_agent"), Text(row, "url")) != row.GetProperty("allowed").GetBoolean())
            .Select(row => Text(row, "name"))
            .ToList();

        wrong.Should().BeEmpty();
        Rows("match").Should().HaveCount(145);
    }

    [SharedFact(Cases)]
    public void Paths_are_cut_from_URLs_as_Google_does() =>
        Rows("path").Should().OnlyContain(row => RobotsPath.Of(Text(row, "url")) == Text(row, "expected_path"));

    [SharedFact(Cases)]
    public void Patterns_are_escaped_as_Google_does() =>
        Rows("escape").Should().OnlyContain(row => RobotsParser.Escape(Encoding.UTF8.GetBytes(Text(row, "pattern"))) == Text(row, "expected"));

    [SharedFact(Cases)]
    public void Sitemaps_are_found_wherever_they_stand() =>
        Rows("sitemap").Should().OnlyContain(row => RobotsTxt.Parse(Text(row, "robots_txt")).Sitemaps.Single() == Text(row, "sitemap"));

    [SharedFact(Cases)]
    public void Byte_order_marks_and_line_ends_are_read_as_Google_does() =>
        Rows("parse_report").Should().OnlyContain(row =>
            RobotsParser.Parse(row.GetProperty("robots_txt_base64").GetBytesFromBase64()).Count == row.GetProperty("valid_directives").GetInt32());

    private static List<JsonElement> Rows(string key)
    {
        using var file = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(RepositoryRoot.Shared, Cases)));
        return [.. file.RootElement.GetProperty(key).Clone().EnumerateArray()];
    }

    private static string Text(JsonElement row, string key) => row.GetProperty(key).GetString()!;
}
