namespace Scraper.Scheduling;

/// <summary>What others may ask of the schedule.</summary>
internal interface ISchedule
{
    /// <summary>Names of the sites that are visited, those that are paused included.</summary>
    IReadOnlyList<string> Sites { get; }

    /// <summary>Whether visits are made when they are due.</summary>
    Task<bool> IsRunningAsync(CancellationToken cancellationToken);

    /// <summary>Visits a site now, besides its schedule; one that is being visited is visited again afterwards.</summary>
    /// <param name="site">Its name.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Whether there is such a site on the schedule.</returns>
    Task<bool> RunNowAsync(string site, CancellationToken cancellationToken);

    /// <summary>Pauses a site until it is resumed, restarts included, or resumes it; a visit that is under way goes on to its end.</summary>
    /// <param name="site">Its name.</param>
    /// <param name="isPaused">Whether to pause it.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Whether there is a site of that name among those that are visited.</returns>
    Task<bool> PauseAsync(string site, bool isPaused, CancellationToken cancellationToken);
}
