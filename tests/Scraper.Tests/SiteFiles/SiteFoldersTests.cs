using FluentAssertions;
using Scraper.Core.Sites;
using Scraper.SiteFiles;
using Xunit;

namespace Scraper.Tests.SiteFiles;

public sealed class SiteFoldersTests
{
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
    public void Families_are_read_for_every_page_and_sites_for_their_own()
    {
        var all = SiteFolders.Load([]);

        var few = SiteFolders.ShippedFor([]);

        few.Families.Select(f => f.Name).Should().Equal(all.Families.Select(f => f.Name)).And.NotBeEmpty();
        few.Sites.Should().BeEmpty();
        few.Problems.Should().BeEmpty();
    }
}
