namespace Scraper.Scheduling;

/// <summary>What others may ask of the schedule.</summary>
internal interface ISchedule
{
    /// <summary>Whether visits are made when they are due.</summary>
    Task<bool> IsRunningAsync(CancellationToken cancellationToken);

    /// <summary>Visits a site now, besides its schedule; one that is being visited is visited again afterwards.</summary>
    /// <param name="site">Its name.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Whether there is such a site on the schedule.</returns>
    Task<bool> RunNowAsync(string site, CancellationToken cancellationToken);
}
