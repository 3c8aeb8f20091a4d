using System.Text.RegularExpressions;
using FluentAssertions;
using Scraper.Cli;
using Scraper.Tests.Fixtures;
using Xunit;
using Xunit.Abstractions;

namespace Scraper.EndToEnd;

/// <summary>Every command of every README: each is one that the program takes, and each that can run here is run.</summary>
public sealed partial class ReadmeTests(ITestOutputHelper output) : IDisposable
{
    // What cannot run here, and why. An entry that no README needs any more fails the test.
    private static readonly (string Pattern, string Reason)[] Exceptions =
    [
        (@"^dotnet (build|test|format)", "is what runs these tests"),
        ("^dotnet run .* tests/Scraper.Benchmarks ", "is a benchmark, of minutes"),
        ("^(scraper|dotnet run .*) (fetch|sites try|sites repair) ", "needs the network"),
        (@"^scraper run\b", "does not end by itself, and visits the network; RunTests runs it"),
        (@"^scraper service (install|start|status)$", "needs a service manager; SettingsTests and SystemdTests do what can be done without"),
        ("^scraper import crawl", "needs a crawl of somebody's; WarcTests import one"),
        (@"^(createdb|pg_dump|pg_restore|export|scraper db copy)\b", "needs a PostgreSQL server; PostgresTests starts one and runs it"),
        (@"^scraper sites test\b", "runs over the repository's fixtures; CI does it"),
    ];

    private readonly WorkFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Every_command_is_one_that_the_program_takes()
    {
        var commands = Commands().Where(c => c.Line.StartsWith("scraper ", StringComparison.Ordinal)).ToList();
        commands.Should().HaveCountGreaterThan(10);
        foreach (var (file, line) in commands)
        {
            CommandTree.Create().Parse(Words(line)[1..]).Errors.Should().BeEmpty($"{file}: {line}");
        }
    }

    [Fact]
    public async Task Every_command_that_can_run_here_does()
    {
        var demo = await ScraperProcess.RunAsync(_folder.Path, "demo");
        demo.Exit.Should().Be(0, demo.Error);
        var pages = FixturePages();
        foreach (var (name, page) in new[] { "page", "a", "b", "c" }.Zip(pages.Prepend(pages[0])))
        {
            File.Copy(page, _folder[$"{name}.html"]);
        }

        _folder.Write("my-sites/hill-gazette.yaml", "name: hill-gazette\nhosts: [hillgazette.example]\nschedule: { every: 15m }\nselect:\n  title: h1\n  body: article\n");

        foreach (var list in new[] { "subscriptions", "subs", "feeds" })
        {
            _folder.Write($"{list}.opml", $"<opml version='2.0'><body><outline text='{list}' xmlUrl='https://{list}.example/rss'/></body></opml>");
        }

        _folder.Write("addresses.txt", "https://addresses.example/rss\n");

        var ran = 0;
        foreach (var (file, line) in Commands())
        {
            if (Exceptions.FirstOrDefault(e => Regex.IsMatch(line, e.Pattern)) is { Reason: { } reason })
            {
                output.WriteLine($"not run: {line}: {reason}");
                continue;
            }

            var result = await RunAsync(line);
            if (result is null)
            {
                output.WriteLine($"not run: {line}: its program is not installed");
                continue;
            }

            result.Exit.Should().Be(0, $"{file}: {line}\n{result.Error}{result.Output}");
            ran++;
        }

        ran.Should().BeGreaterThan(5);
    }

    [Fact]
    public void Every_exception_is_still_needed() =>
        Exceptions.Where(e => !Commands().Any(c => Regex.IsMatch(c.Line, e.Pattern))).Should().BeEmpty();

    private static string[] FixturePages() =>
        [.. Directory.GetFiles(Path.Combine(RepositoryRoot.Fixtures, "iranfocus.com"), "*.html").Where(f => File.Exists(Path.ChangeExtension(f, ".json"))).Order(StringComparer.Ordinal)];

    private static List<(string File, string Line)> Commands() =>
    [
        .. Directory.EnumerateFiles(RepositoryRoot.Path, "README.md", SearchOption.AllDirectories)
            .Select(f => Path.GetRelativePath(RepositoryRoot.Path, f))
            .Where(name => !name.Split(Path.DirectorySeparatorChar).Any(folder => folder is "bin" or "obj" or "artifacts"))
            .Select(name => (Name: name, Lines: File.ReadAllLines(Path.Combine(RepositoryRoot.Path, name))))
            .SelectMany(f => Shell(f.Lines).Select(l => (f.Name, l))),
    ];

    /// <summary>Lines of fences marked sh, and indented ones that begin with a program that we speak of; what is said beside them left out.</summary>
    private static IEnumerable<string> Shell(string[] lines)
    {
        var fence = string.Empty;
        foreach (var line in lines)
        {
            if (line.StartsWith("```", StringComparison.Ordinal))
            {
                fence = fence.Length > 0 ? string.Empty : line;
            }
            else if (fence == "```sh" || (fence.Length == 0 && Command().IsMatch(line)))
            {
                yield return Aside().Replace(line.Trim(), string.Empty).Trim();
            }
        }
    }

    private static string[] Words(string line) => [.. Word().Matches(line).Select(m => m.Value.Trim('"'))];

    private async Task<ScraperResult?> RunAsync(string line)
    {
        var words = Words(line);
        if (words is ["dotnet", "run", "--project", "src/Scraper", "--", .. var arguments])
        {
            words = ["scraper", .. arguments];
        }

        if (words[0] == "scraper")
        {
            return await ScraperProcess.RunAsync(
                _folder.Path, [.. words[1..].Select(w => w.StartsWith("src/", StringComparison.Ordinal) ? Path.Combine(RepositoryRoot.Path, w) : w)]);
        }

        var folders = (Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(Path.PathSeparator);
        if (!folders.Any(f => File.Exists(Path.Combine(f, words[0]))))
        {
            return null;
        }

        using var process = ScraperProcess.StartProgram(_folder.Path, words[0], words[1..]);
        return await process.EndAsync();
    }

    [GeneratedRegex(@"^ {4,}(scraper|dotnet|sqlite3) ")]
    private static partial Regex Command();

    // A comment, or words two spaces off.
    [GeneratedRegex(@"\s+#\s.*$|\s{2,}\S.*$")]
    private static partial Regex Aside();

    [GeneratedRegex("""("[^"]*"|\S)+""")]
    private static partial Regex Word();
}
