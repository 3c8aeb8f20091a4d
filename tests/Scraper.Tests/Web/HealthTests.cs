using System.Net;
using FluentAssertions;
using Scraper.Scheduling;
using Scraper.Storage;
using Scraper.Tests.Storage;
using Scraper.Web;
using Scraper.Web.Health;
using Xunit;

namespace Scraper.Tests.Web;

public sealed class HealthTests
{
    [Fact]
    public async Task A_daemon_that_works_is_alive_and_ready_whoever_asks()
    {
        await using var web = await Workbench.StartAsync(new WebOptions { Token = Workbench.Token });

        using var alive = await web.Client.GetAsync("/healthz");
        using var ready = await web.Client.GetAsync("/readyz");

        alive.StatusCode.Should().Be(HttpStatusCode.OK);
        ready.StatusCode.Should().Be(HttpStatusCode.OK);
        (await ready.Content.ReadAsStringAsync()).Should().Be("""{"store":"writable","scheduler":"running"}""");
    }

    [Fact]
    public async Task A_store_that_cannot_be_written_and_a_schedule_that_rests_are_not_ready()
    {
        await using var store = await StoreFixture.OpenAsync();
        await store.ReopenAsync(StoreAccess.Read);
        using var readiness = new Readiness(store.Store, new Resting(), TimeProvider.System);

        var report = await readiness.AskAsync(CancellationToken.None);

        report.Should().Be(new ReadinessReport("not writable", "not running"));
        report.IsReady.Should().BeFalse();
    }

    private sealed class Resting : ISchedule
    {
        public IReadOnlyList<string> Sites => [];

        public Task<bool> IsRunningAsync(CancellationToken cancellationToken) => Task.FromResult(false);

        public Task<bool> RunNowAsync(string site, CancellationToken cancellationToken) => Task.FromResult(false);

        public Task<bool> PauseAsync(string site, bool isPaused, CancellationToken cancellationToken) => Task.FromResult(false);
    }
}
