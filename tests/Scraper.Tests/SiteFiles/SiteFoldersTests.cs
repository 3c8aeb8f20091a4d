using System.IO.Pipes;
using FluentAssertions;
using Scraper.Core.Sites;
using Scraper.SiteFiles;
using Xunit;

namespace Scraper.Tests.SiteFiles;

public sealed class SiteFoldersTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("scraper-sites-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_page_finds_the_same_rule_whether_all_shipped_files_are_read_or_those_it_has_use_for()
    {
        var all = SiteFolders.Load([]);
        all.Sites.Should().NotBeEmpty();
        foreach (var host in all.Sites.SelectMany(s => s.Hosts).SelectMany(h => (string[])[h.Replace("*", "any.thing", StringComparison.Ordinal), "WWW." + h.Replace("*.", string.Empty, StringComparison.Ordinal)]).Append("nobody.example"))
        {
            var few = SiteFolders.ShippedFor([new Uri($"https://{host}/a")]);

            (few.ForHost(host)?.Name).Should().Be(all.ForHost(host)?.Name, host);
            (few.ForHost(host) is { } rule ? SiteRuleWriter.Write(rule) : null).Should().Be(all.ForHost(host) is { } same ? SiteRuleWriter.Write(same) : null, host);
        }
    }

    [Fact]
    public void A_rule_may_come_through_a_pipe()
    {
        if (!OperatingSystem.IsLinux())
        {
            return; // Only there a pipe has a path.
        }

        var pipe = new AnonymousPipeServerStream(PipeDirection.Out);
        using var end = pipe.ClientSafePipeHandle;
        pipe.Write("hosts: [a.example]"u8);
        pipe.Dispose();

        SiteRuleFiles.Read($"/proc/self/fd/{end.DangerousGetHandle()}").Should().ContainSingle().Which.Text.Should().Be("hosts: [a.example]");
    }

    [Fact]
    public void Hidden_folders_are_passed_over_but_not_one_that_is_named()
    {
        foreach (var name in new[] { "a", ".git", ".disabled", Path.Combine("a", ".git", "deep") })
        {
            Directory.CreateDirectory(Path.Combine(_folder, name));
            File.WriteAllText(Path.Combine(_folder, name, "b.yaml"), "hosts: [b.example]");
        }

        SiteRuleFiles.Read(_folder).Select(f => f.Path).Should().Equal(Path.Combine(_folder, "a", "b.yaml"));
        SiteRuleFiles.Read(Path.Combine(_folder, ".disabled")).Should().ContainSingle();
    }

    [Theory]
    [InlineData("news.example.com.txt", "body: //p", "news.example.com.txt", ".example.com.txt", "global.txt")]
    [InlineData("example.com.txt", "body: //p", "example.com.txt", ".example.com.txt", "global.txt")]
    [InlineData(".example.com.txt", "body: //p", ".example.com.txt", "global.txt")]
    [InlineData("global.txt", "strip: //nav", "global.txt")]
    [InlineData("other.example.txt", "body: //p\nautodetect_on_failure: no", "other.example.txt")]
    public void With_one_file_of_another_programs_rules_come_those_beside_it_that_add_to_it(string name, string rule, params string[] expected)
    {
        foreach (var file in new[] { ".example.com.txt", "global.txt", "example.org.txt", ".org.txt" })
        {
            File.WriteAllText(Path.Combine(_folder, file), "strip: //aside");
        }

        File.WriteAllText(Path.Combine(_folder, name), rule);

        var rules = FtrFiles.Import(Path.Combine(_folder, name)).Select(r => r.Rule!).ToList();

        rules.Select(r => Path.GetFileName(r.Source)).Should().Equal(expected);
        rules[0].Extends.Should().HaveCount(expected.Length - 1).And.BeSubsetOf(rules.Skip(1).Select(r => r.Name));
    }

    [Fact]
    public void A_file_that_cannot_be_read_is_one_problem_and_hidden_files_are_none()
    {
        if (OperatingSystem.IsWindows())
        {
            return; // Links are for administrators there.
        }

        File.WriteAllText(Path.Combine(_folder, "a.yaml"), "hosts: [a.example]");
        File.WriteAllText(Path.Combine(_folder, ".b.example.txt"), "body: //article");
        File.WriteAllText(Path.Combine(_folder, ".hidden.yaml"), "bodi: a");
        File.CreateSymbolicLink(Path.Combine(_folder, ".#a.yaml"), "somebody@somewhere.4711");
        File.CreateSymbolicLink(Path.Combine(_folder, ".#c.txt"), "somebody@somewhere.4711");
        File.CreateSymbolicLink(Path.Combine(_folder, "gone.yaml"), "not-there.yaml");

        var rules = SiteFolders.Load([_folder]);

        rules.ForHost("a.example").Should().NotBeNull();
        rules.ForHost("x.b.example").Should().NotBeNull();
        rules.Problems.Should().ContainSingle().Which.ToString().Should().StartWith($"{Path.Combine(_folder, "gone.yaml")}: error: cannot be read: ");
    }

    [Fact]
    public void Families_are_read_for_every_page_and_sites_for_their_own()
    {
        var all = SiteFolders.Load([]);

        var few = SiteFolders.ShippedFor([]);

        few.Families.Select(f => f.Name).Should().Equal(all.Families.Select(f => f.Name)).And.NotBeEmpty();
        few.Sites.Should().BeEmpty();
        few.Problems.Should().BeEmpty();
    }
}
