using Quartz;

namespace Scraper.Scheduling;

/// <summary>Whether the scheduler ticks: a trigger that is due is fired as long as a worker is free.</summary>
internal sealed class SchedulePulse(ISchedulerFactory schedulers, TimeProvider time)
{
    private long _executed = -1;

    /// <summary>Quartz fires within seconds; a trigger that is overdue by more than this has been forgotten.</summary>
    private static readonly TimeSpan LongestDelay = TimeSpan.FromMinutes(1);

    /// <summary>What is wrong with the scheduler; <see langword="null"/> where all is well.</summary>
    public async Task<string?> ProblemAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await LookAsync(cancellationToken);
        }
        catch (SchedulerException trouble)
        {
            return trouble.Message;
        }
    }

    private async Task<string?> LookAsync(CancellationToken cancellationToken)
    {
        var scheduler = await schedulers.GetScheduler(cancellationToken);
        if (scheduler.Status != SchedulerStatus.Running)
        {
            return $"the scheduler is {scheduler.Status}";
        }

        var figures = await scheduler.GetMetadata(cancellationToken);
        var isMoving = Interlocked.Exchange(ref _executed, figures.JobsExecuted) != figures.JobsExecuted;
        if (isMoving || figures.LocalExecutingJobs >= figures.ThreadPoolSize)
        {
            return null;
        }

        // The trigger of a site that is being visited is blocked, not normal, and may be as late as the visit is long.
        var forgotten = await scheduler.QueryTriggers(
            new TriggerQuery { State = TriggerState.Normal, NextFireTimeBefore = time.GetUtcNow() - LongestDelay, Take = 1 }, cancellationToken);
        return forgotten.Items is [var late, ..] ? $"{late.Key.Name} should have been visited at {late.NextFireTimeUtc:u} and the scheduler has not begun" : null;
    }
}
