using FluentAssertions;
using Microsoft.Extensions.Logging.Abstractions;
using Scraper.Hosting;
using Scraper.SiteFiles;
using Scraper.Web.Bench;
using Xunit;

namespace Scraper.Tests.Web;

public sealed class BenchFilesTests
{
    [Fact]
    public void A_folder_that_is_gone_is_told_and_no_bug()
    {
        var folder = Directory.CreateTempSubdirectory("scraper-bench-").FullName;
        using var catalogue = new SiteCatalogue([folder], TimeProvider.System, NullLogger<SiteRuleFolder>.Instance);
        var files = new BenchFiles(catalogue, fromStore: null);
        var file = files.Of(null, "news.example");
        Directory.Delete(folder);

        files.Save(file, "hosts: [news.example]").Should().StartWith("news.example.yaml could not be saved: ");
    }
}
