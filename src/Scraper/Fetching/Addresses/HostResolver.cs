using System.Net;

namespace Scraper.Fetching.Addresses;

/// <summary>Resolves a host name; <see cref="Dns.GetHostAddressesAsync(string, CancellationToken)"/> outside tests.</summary>
/// <exception cref="System.Net.Sockets.SocketException">The name does not resolve.</exception>
internal delegate Task<IPAddress[]> HostResolver(string host, CancellationToken cancellationToken);
