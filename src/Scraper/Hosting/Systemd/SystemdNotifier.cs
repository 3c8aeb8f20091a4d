namespace Scraper.Hosting.Systemd;

/// <summary>Tells systemd READY, STOPPING and, as long as the daemon does its work, WATCHDOG (systemd.service(5)).</summary>
internal sealed class SystemdNotifier(
    NotifySocket socket, Liveness liveness, IHostApplicationLifetime lifetime, TimeProvider time, ILogger<SystemdNotifier> logger) : BackgroundService
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public override Task StartAsync(CancellationToken cancellationToken)
    {
        lifetime.ApplicationStopping.Register(() => socket.Send("STOPPING=1\nSTATUS=storing what is complete"));
        return base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!socket.IsOpen)
        {
            return;
        }

        await ReadyAsync(stoppingToken);
        if (socket.Watchdog is not { } watchdog)
        {
            return;
        }

        // A third of what is asked for: one look may be late.
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(Math.Clamp(watchdog.TotalMilliseconds / 3, 1, TimeSpan.FromMinutes(5).TotalMilliseconds)), time);
        string? known = null;
        do
        {
            var problem = await LookAsync(watchdog, stoppingToken);
            if (problem is null)
            {
                socket.Send(known is null ? "WATCHDOG=1" : "WATCHDOG=1\nSTATUS=visiting sites");
            }
            else if (problem != known)
            {
                socket.Send($"STATUS={problem.ReplaceLineEndings(" ")}");
                logger.LogError("Not well: {Problem}; unless that passes, the service manager ends this process after {Watchdog}", problem, watchdog);
            }

            known = problem;
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    /// <summary>Ready is who does its work: the scheduler starts some moments after everything else.</summary>
    private async Task ReadyAsync(CancellationToken stoppingToken)
    {
        string? known = null;
        for (var looks = 0; await LookAsync(Patience, stoppingToken) is { } problem; looks++)
        {
            if (looks > 50 && problem != known)
            {
                socket.Send($"STATUS={problem.ReplaceLineEndings(" ")}");
                logger.LogError("Not ready: {Problem}", known = problem);
            }

            await Task.Delay(TimeSpan.FromMilliseconds(100), time, stoppingToken);
        }

        socket.Send("READY=1\nSTATUS=visiting sites");
    }

    private async Task<string?> LookAsync(TimeSpan patience, CancellationToken stoppingToken)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
        deadline.CancelAfter(patience);
        try
        {
            return await liveness.ProblemAsync(deadline.Token).WaitAsync(patience, time, stoppingToken);
        }
        catch (Exception late) when (late is TimeoutException || (late is OperationCanceledException && !stoppingToken.IsCancellationRequested))
        {
            return "the scheduler or the store does not answer";
        }
    }
}
