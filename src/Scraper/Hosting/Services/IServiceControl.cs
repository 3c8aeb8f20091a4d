namespace Scraper.Hosting.Services;

/// <summary>The service manager of this machine, as far as our own service goes. Steps are told on standard error.</summary>
internal interface IServiceControl
{
    /// <summary>What is written and run by <see cref="InstallAsync"/>, for people to read.</summary>
    string Plan(ServicePlan plan);

    /// <summary>Why <see cref="InstallAsync"/> would refuse a plan; <see langword="null"/> where nothing speaks against it.</summary>
    string? Refusal(ServicePlan plan);

    /// <summary>Makes the service known, to be started with the machine; an installation that is there is brought up to date.</summary>
    /// <exception cref="ServiceException">It cannot be done.</exception>
    Task InstallAsync(ServicePlan plan, CancellationToken cancellationToken);

    /// <summary>Stops and removes the service. Settings, rules and store stay.</summary>
    /// <exception cref="ServiceException">It cannot be done.</exception>
    Task UninstallAsync(CancellationToken cancellationToken);

    /// <summary>Starts it.</summary>
    /// <exception cref="ServiceException">It cannot be done.</exception>
    Task StartAsync(CancellationToken cancellationToken);

    /// <summary>Stops it.</summary>
    /// <exception cref="ServiceException">It cannot be done.</exception>
    Task StopAsync(CancellationToken cancellationToken);

    /// <summary>How it is, in the manager's own words, and whether it runs.</summary>
    /// <exception cref="ServiceException">It cannot be told.</exception>
    Task<(bool IsRunning, string Text)> StatusAsync(CancellationToken cancellationToken);
}
