using System.Net;

namespace Scraper.Fetching.Addresses;

/// <summary>Hosts that are dialled at a given address in place of what their name resolves to (<see cref="FetchOptions.ConnectTo"/>).</summary>
internal sealed class ConnectMap
{
    private readonly Dictionary<(string Host, int? Port), IPEndPoint> targets = [];

    /// <summary>Reads the map.</summary>
    /// <exception cref="FormatException">A key is not <c>host[:port]</c>, or a value not <c>address:port</c>.</exception>
    public ConnectMap(IReadOnlyDictionary<string, string> map)
    {
        foreach (var (from, to) in map)
        {
            if (HostAndPort.Read(from) is not { } key || !IPEndPoint.TryParse(to, out var target) || target.Port == 0)
            {
                throw new FormatException($"connect-to entry '{from}' -> '{to}': wanted host or host:port, and address:port");
            }

            targets[key] = target;
        }
    }

    /// <summary>Where to dial, or <see langword="null"/> where the map says nothing.</summary>
    public IPEndPoint? Find(string host, int port) =>
        targets.GetValueOrDefault((host, port)) ?? targets.GetValueOrDefault((host, null));
}
