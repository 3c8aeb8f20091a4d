using FluentAssertions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Scraper.Core.Sites;
using Scraper.SiteFiles;
using Xunit;

namespace Scraper.Tests.SiteFiles;

public sealed class SiteRuleFolderTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("scraper-sites-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_rule_file_that_is_not_utf8_is_an_error()
    {
        var folder = Directory.CreateTempSubdirectory("scraper-latin-").FullName;
        File.WriteAllBytes(Path.Combine(folder, "a.yaml"), System.Text.Encoding.Latin1.GetBytes("hosts: [a.com]\nlines:\n  '^Zurück': related\n"));

        var lint = SiteLinter.Lint(SiteRuleFiles.Read(folder));

        lint.Problems.Should().ContainSingle().Which.ToString().Should().EndWith("a.yaml: error: cannot be read: it is not UTF-8; save it in that encoding");
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void A_broken_file_leaves_the_last_good_rule_in_force_and_is_told()
    {
        Write("a.yaml", "hosts: [a.com]\ntitle: First");
        using var rules = Open();
        rules.Current.ForHost("a.com")!.Title.Should().Be("First");

        Write("a.yaml", "hosts: [a.com]\ntitel: Second");
        rules.Reload();
        rules.Current.ForHost("a.com")!.Title.Should().Be("First");
        rules.Problems.Single().Message.Should().Contain("did you mean \"title\"?");

        Write("a.yaml", "hosts: [a.com]\ntitle: The third");
        rules.Reload();
        rules.Current.ForHost("a.com")!.Title.Should().Be("The third");
        rules.Problems.Should().BeEmpty();

        File.Delete(Path.Combine(_folder, "a.yaml"));
        rules.Reload();
        rules.Current.ForHost("a.com").Should().BeNull();
    }

    [Fact]
    public void Files_of_ftr_site_config_dropped_in_just_work()
    {
        Write("ftr/example.com.txt", "body: //article");
        using var rules = Open();
        rules.Current.ForHost("www.example.com")!.Layouts.Should().ContainSingle();
    }

    [Fact]
    public async Task A_changed_file_is_picked_up_without_a_restart()
    {
        Write("a.yaml", "hosts: [a.com]\ntitle: First");
        using var rules = Open();
        var changed = new TaskCompletionSource();
        rules.Changed += (_, _) => changed.TrySetResult();
        rules.Watch();
        Write("a.yaml", "hosts: [a.com]\ntitle: Second one");
        await changed.Task.WaitAsync(TimeSpan.FromSeconds(20));
        rules.Current.ForHost("a.com")!.Title.Should().Be("Second one");
    }

    [Fact]
    public void Reading_again_reads_every_file_whatever_its_time_and_length_say()
    {
        var path = Write("a.yaml", "hosts: [a.com]\ntitle: First");
        using var rules = Open();
        var written = File.GetLastWriteTimeUtc(path);
        Write("a.yaml", "hosts: [a.com]\ntitle: Other");
        File.SetLastWriteTimeUtc(path, written);

        rules.Reload();

        rules.Current.ForHost("a.com")!.Title.Should().Be("Other");
    }

    [Fact]
    public async Task A_file_behind_a_link_is_picked_up_when_it_changes()
    {
        using var elsewhere = new SiteRuleFolderTests();
        var target = elsewhere.Write("a.yaml", "hosts: [a.com]\ntitle: First");
        File.CreateSymbolicLink(Path.Combine(_folder, "a.yaml"), target);

        await ChangeAsync(() => elsewhere.Write("a.yaml", "hosts: [a.com]\ntitle: Second one"), "Second one");
    }

    [Fact]
    public async Task A_folder_that_another_takes_the_place_of_is_picked_up_and_one_that_is_gone_leaves_its_rules_in_force()
    {
        Write("a.yaml", "hosts: [a.com]\ntitle: First");
        var old = _folder + ".old";
        try
        {
            using var rules = Open();
            Directory.Move(_folder, old);
            rules.Reload();
            rules.Current.ForHost("a.com").Should().NotBeNull();
            rules.Problems.Should().ContainSingle();
            Directory.Move(old, _folder);

            await ChangeAsync(
                () =>
                {
                    Directory.Move(_folder, old);
                    Write("a.yaml", "hosts: [a.com]\ntitle: Second one");
                },
                "Second one");
        }
        finally
        {
            Directory.Delete(old, recursive: true);
        }
    }

    [Fact]
    public void A_folder_that_is_not_there_counts_as_empty()
    {
        using var rules = new SiteRuleFolder([Path.Combine(_folder, "none")], TimeProvider.System, NullLogger<SiteRuleFolder>.Instance);
        rules.Current.Rules.Should().BeEmpty();
    }

    [Fact]
    public void A_file_that_was_broken_from_the_start_has_no_rule_in_force_until_it_is_mended()
    {
        var path = Write("a.yaml", "hosts: [a.com]\ntitel: First");
        using var rules = Open();
        rules.IsInForce(path).Should().BeFalse();
        rules.Problems.Should().ContainSingle();

        Write("a.yaml", "hosts: [a.com]\ntitle: The first");
        rules.Reload();
        rules.IsInForce(path).Should().BeTrue();
    }

    [Theory]
    [InlineData("hosts: [a.com, b.com]\ntitle: Second", "hosts: a.com is also a host of a.yaml")]
    [InlineData("hosts: [b.com]\ntitle: Second\nextends: nothing", "extends: no rule is named \"nothing\"")]
    [InlineData("hosts: [b.com]\ntitle: Second\nextends: b", "extends: extends itself: b (b.yaml) -> b (b.yaml)")]
    [InlineData("name: a\nhosts: [b.com]\ntitle: Second", "name: \"a\" is also the name of a.yaml")]
    public void A_file_that_is_refused_among_the_others_leaves_its_last_good_rule_in_force(string refused, string problem)
    {
        Write("a.yaml", "hosts: [a.com]");
        var path = Write("b.yaml", "hosts: [b.com]\ntitle: First");
        using var rules = Open();

        Write("b.yaml", refused);
        rules.Reload();
        Write("unrelated.yaml", "hosts: [c.com]");
        rules.Reload();

        rules.Current.ForHost("b.com")!.Title.Should().Be("First");
        rules.IsInForce(path).Should().BeTrue();
        rules.Problems.Should().ContainSingle().Which.ToString().Should().StartWith($"{path}: error: {problem}");
    }

    [Fact]
    public void A_problem_is_logged_once_with_what_it_means_for_the_site()
    {
        Write("a.yaml", "hosts: [a.com]\ntitle: First");
        Write("b.yaml", "hosts: [b.com]\ntitel: First");
        var log = new LogLines();
        using var rules = new SiteRuleFolder([_folder], TimeProvider.System, log);
        Write("a.yaml", "hosts: [a.com]\ntitel: Second");
        rules.Reload();
        Write("c.yaml", "hosts: [c.com]");
        rules.Reload();

        log.Lines.Should().SatisfyRespectively(
            l => l.Should().Contain("b.yaml:2:1: error: titel").And.EndWith("(no rule of it is in force)"),
            l => l.Should().Contain("a.yaml:2:1: error: titel").And.EndWith("(its last good rule stays in force)"));
    }

    /// <summary>Changes something while the folder is watched, and waits for the title that should come of it.</summary>
    private async Task ChangeAsync(Action change, string title)
    {
        using var rules = Open();
        var changed = new TaskCompletionSource();
        rules.Changed += (_, _) =>
        {
            if (rules.Current.ForHost("a.com")?.Title == title)
            {
                changed.TrySetResult();
            }
        };
        rules.Watch();
        change();
        await changed.Task.WaitAsync(TimeSpan.FromSeconds(20));
    }

    private SiteRuleFolder Open() => new([_folder], TimeProvider.System, NullLogger<SiteRuleFolder>.Instance);

    private string Write(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }

    private sealed class LogLines : ILogger<SiteRuleFolder>
    {
        public List<string> Lines { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Add(formatter(state, exception));
    }
}
