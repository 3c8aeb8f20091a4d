namespace Scraper.Benchmarks.Cluster;

/// <summary>What nodes are given to do.</summary>
/// <param name="Sites">Sites that are due at once.</param>
/// <param name="Nodes">Nodes.</param>
/// <param name="Workers">Sites that a node visits at a time.</param>
/// <param name="Answer">How long the one request of a visit takes.</param>
internal sealed record ClusterLoad(int Sites, int Nodes, int Workers, TimeSpan Answer);
