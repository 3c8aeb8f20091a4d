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
