using System.Net.Sockets;

namespace Scraper.Tests.Fetching.Hostile;

/// <summary>One way to answer badly.</summary>
/// <param name="Name">Also its host: <c>name.test</c>.</param>
/// <param name="Expected">Outcomes that are right, such as <c>Failed:Timeout</c> or <c>Fetched</c>.</param>
/// <param name="Answer">What the server does with the connection after the request's head came.</param>
internal sealed record HostileCase(string Name, string[] Expected, Func<NetworkStream, CancellationToken, Task> Answer)
{
    public string Host => Name + ".test";
}
