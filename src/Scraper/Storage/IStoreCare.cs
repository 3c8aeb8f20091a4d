namespace Scraper.Storage;

/// <summary>Looking after a store while it is in use.</summary>
public interface IStoreCare
{
    /// <summary>Copies the store, consistent, while others read and write.</summary>
    /// <param name="destination">Path of the copy; must not exist.</param>
    /// <param name="cancellationToken">Stops it; the half copy is removed.</param>
    Task BackupAsync(string destination, CancellationToken cancellationToken);

    /// <summary>Checks the file's integrity and our own invariants.</summary>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>What is wrong; empty when all is well.</returns>
    Task<IReadOnlyList<StoreProblem>> CheckAsync(CancellationToken cancellationToken);

    /// <summary>Gives unused space back to the file system and refreshes the planner's statistics.</summary>
    /// <param name="cancellationToken">Stops it.</param>
    Task VacuumAsync(CancellationToken cancellationToken);

    /// <summary>Size and counts, for <c>scraper status</c>.</summary>
    /// <param name="cancellationToken">Ends the read.</param>
    Task<StoreFigures> FiguresAsync(CancellationToken cancellationToken);

    /// <summary>Writes as little as can be, durably: when the task completes, the store can be written.</summary>
    /// <param name="cancellationToken">Gives up while it still waits for its turn.</param>
    /// <exception cref="StoreException">It cannot.</exception>
    Task ProbeAsync(CancellationToken cancellationToken);
}
