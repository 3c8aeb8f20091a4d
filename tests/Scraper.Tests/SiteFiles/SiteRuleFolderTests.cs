using FluentAssertions;
using Microsoft.Extensions.Logging.Abstractions;
using Scraper.SiteFiles;
using Xunit;

namespace Scraper.Tests.SiteFiles;

public sealed class SiteRuleFolderTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("scraper-sites-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

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
    public void A_folder_that_is_not_there_counts_as_empty()
    {
        using var rules = new SiteRuleFolder([Path.Combine(_folder, "none")], TimeProvider.System, NullLogger<SiteRuleFolder>.Instance);
        rules.Current.Rules.Should().BeEmpty();
    }

    private SiteRuleFolder Open() => new([_folder], TimeProvider.System, NullLogger<SiteRuleFolder>.Instance);

    private void Write(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
