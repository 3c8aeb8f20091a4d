namespace Scraper.EndToEnd.Cluster;

/// <summary>A node of a cluster.</summary>
/// <param name="Name">Its name, which it also gives to the sites it asks.</param>
/// <param name="Process">The process.</param>
internal sealed record ClusterNode(string Name, ScraperProcess Process);
