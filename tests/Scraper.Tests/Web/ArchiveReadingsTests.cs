using FluentAssertions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Scraper.Hosting;
using Scraper.Tests.Storage;
using Scraper.Web.Live;
using Xunit;

namespace Scraper.Tests.Web;

public sealed class ArchiveReadingsTests
{
    [Fact]
    public async Task A_site_whose_reading_has_ended_can_be_read_again_however_fast_it_ended()
    {
        await using var store = await StoreFixture.OpenAsync();
        using var host = ScraperHost.Create(new ScraperOptions { Log = new LogOptions { Level = LogLevel.None } }, store.Store).Build();
        var services = host.Services;
        await using var readings = new ArchiveReadings(
            services.GetRequiredService<Pipeline>(), services.GetRequiredService<SiteCatalogue>(), store.Store, services.GetRequiredService<LiveActivity>(), TimeProvider.System, NullLogger<ArchiveReadings>.Instance);

        for (var i = 0; i < 200; i++)
        {
            SpinWait.SpinUntil(() => readings.Start("nobody"), TimeSpan.FromSeconds(20)).Should().BeTrue($"reading {i} had ended");
        }
    }
}
