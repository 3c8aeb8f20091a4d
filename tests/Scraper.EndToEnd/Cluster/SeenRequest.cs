namespace Scraper.EndToEnd.Cluster;

/// <summary>A request as the server saw it.</summary>
/// <param name="Host">Whom it was for.</param>
/// <param name="Path">What it asked for.</param>
/// <param name="Node">Name of the node that asked.</param>
/// <param name="Begin">When it came, since the server's start.</param>
/// <param name="End">When it was answered or given up.</param>
internal sealed record SeenRequest(string Host, string Path, string Node, TimeSpan Begin, TimeSpan End);
