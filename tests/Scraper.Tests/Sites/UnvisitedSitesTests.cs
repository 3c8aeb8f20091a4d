using FluentAssertions;
using Scraper.Core.Sites;
using Xunit;

namespace Scraper.Tests.Sites;

public sealed class UnvisitedSitesTests
{
    [Theory]
    [InlineData("a.yaml", "hosts: [a.example]\nselect: { body: .story }", true)]
    [InlineData("a.yaml", "hosts: [a.example]\nschedule: { every: 15m }\nselect: { body: .story }", false)]
    [InlineData("a.yaml", "fingerprints: [{ css: .cms }]\nselect: { body: .story }", false)]
    [InlineData("a.example.txt", "body: //div[@id='story']", false)]
    public void A_site_that_is_never_visited_is_a_warning(string path, string rule, bool isTold) =>
        SiteLinter.Lint([new SiteFile(path, rule)]).Problems.Any(p => p is { Severity: SiteProblemSeverity.Warning, Key: "schedule" }).Should().Be(isTold);
}
