namespace Scraper.Storage;

/// <summary>The daemons that share this store: one with a file, any number with a server.</summary>
public interface INodeStore
{
    /// <summary>Says that a node is alive: the turns that it holds are nobody else's to take for another <see cref="SiteTurn.Lease"/>.</summary>
    /// <param name="node">The node.</param>
    /// <param name="cancellationToken">Gives up while it still waits for its turn.</param>
    Task BeatAsync(NodeState node, CancellationToken cancellationToken);

    /// <summary>Forgets a node that ends in good order.</summary>
    /// <param name="id">Its number.</param>
    /// <param name="cancellationToken">Gives up while it still waits for its turn.</param>
    Task LeaveAsync(string id, CancellationToken cancellationToken);

    /// <summary>The nodes heard of within a day, by name.</summary>
    /// <param name="cancellationToken">Ends the read.</param>
    Task<IReadOnlyList<NodeState>> ListAsync(CancellationToken cancellationToken);
}
