using FluentAssertions;
using Scraper.Fetching;
using Scraper.Hosting;
using Scraper.Route;
using Scraper.Scheduling;
using Scraper.Tests.Fetching;
using Xunit;

namespace Scraper.Tests.Scheduling;

public sealed class VisitProgressTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private readonly ManualClock _clock = new();
    private readonly VisitProgress _progress;

    public VisitProgressTests() =>
        _progress = new VisitProgress(new FetchOptions(), new ConcurrencyOptions(), new PipelineOptions(), _clock);

    [Fact]
    public void A_visit_that_gets_on_may_last_as_long_as_it_likes()
    {
        using var visit = _progress.Enter("a");
        for (var step = 0; step < 100; step++)
        {
            _clock.Advance(_progress.Patience - Second);
            _progress.Problem().Should().BeNull();
            _progress.Note();
        }
    }

    [Fact]
    public async Task A_visit_that_is_silent_for_longer_than_its_time_limits_hangs_until_it_gets_on()
    {
        using var visit = _progress.Enter("a");
        _clock.Advance(_progress.Patience + Second);

        _progress.Problem().Should().Contain("visit of a hangs");
        await Task.Run(_progress.Note);
        _progress.Problem().Should().BeNull();
    }

    [Fact]
    public async Task The_progress_of_one_visit_does_not_hide_that_another_hangs()
    {
        var hangs = new TaskCompletionSource();
        var stuck = VisitAsync("stuck", hangs.Task);
        using (_progress.Enter("busy"))
        {
            _clock.Advance(_progress.Patience + Second);
            _progress.Note();
            _progress.Problem().Should().Contain("visit of stuck hangs");
        }

        hangs.SetResult();
        await stuck;
        _progress.Problem().Should().BeNull("it has ended");
        _progress.Note();
    }

    [Fact]
    public void Patience_is_longer_than_one_answer_may_take_by_the_settings()
    {
        var patient = new VisitProgress(new FetchOptions { LongestWait = TimeSpan.FromHours(1) }, new ConcurrencyOptions(), new PipelineOptions(), _clock);

        patient.Patience.Should().BeGreaterThan(TimeSpan.FromHours(1));
        _progress.Patience.Should().BeLessThan(TimeSpan.FromMinutes(15));
    }

    [Fact]
    public async Task A_visit_that_has_just_begun_does_not_hang_however_many_begin()
    {
        using var ended = new CancellationTokenSource();
        var begins = Task.Run(() =>
        {
            for (var visit = 0; !ended.IsCancellationRequested; visit++)
            {
                using (_progress.Enter($"{visit}"))
                {
                }
            }
        });

        for (var look = 0; look < 20_000; look++)
        {
            _progress.Problem().Should().BeNull();
        }

        await ended.CancelAsync();
        await begins;
    }

    private async Task VisitAsync(string site, Task until)
    {
        using var visit = _progress.Enter(site);
        await until;
    }
}
