using System.Net;
using System.Net.Sockets;

namespace Scraper.Fetching.Addresses;

/// <summary>
/// Opens every connection of the product. A name is resolved once a connection, each address is checked, and the checked
/// address itself is dialled, so that nothing can change in between (DNS rebinding).
/// </summary>
internal sealed class GuardedDialler(AllowList allowed, ConnectMap map, HostResolver resolve)
{
    /// <summary>Connects to a host's first reachable permitted address.</summary>
    /// <param name="host">Name or literal.</param>
    /// <param name="port">Port.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <exception cref="DialException">No address is permitted, or none answers.</exception>
    public async Task<Stream> DialAsync(string host, int port, CancellationToken cancellationToken)
    {
        host = host.Trim('[', ']').TrimEnd('.');
        if (map.Find(host, port) is { } mapped)
        {
            return await DialAsync(host, [mapped], cancellationToken);
        }

        var addresses = await CheckAsync(host, port, cancellationToken);
        return await DialAsync(host, [.. addresses.Select(address => new IPEndPoint(address, port))], cancellationToken);
    }

    /// <summary>Connects to the configured proxy, which may stand at any address.</summary>
    public async Task<Stream> DialProxyAsync(string host, int port, CancellationToken cancellationToken)
    {
        var addresses = await ResolveAsync(host.Trim('[', ']'), cancellationToken);
        return await DialAsync(host, [.. addresses.Select(address => new IPEndPoint(address, port))], cancellationToken);
    }

    /// <summary>Checks a target that a proxy will dial. It resolves the name itself, so every address must be permitted.</summary>
    /// <exception cref="DialException">The name does not resolve, or to something that is not public.</exception>
    public async Task CheckProxiedAsync(string host, int port, CancellationToken cancellationToken)
    {
        if (map.Find(host, port) is not null)
        {
            return;
        }

        foreach (var address in await ResolveAsync(host, cancellationToken))
        {
            if (Refusal(host, port, address) is { } reason)
            {
                throw DialException.Refused(reason);
            }
        }
    }

    /// <summary>Resolves a name and keeps the permitted addresses.</summary>
    /// <exception cref="DialException">The name does not resolve, or to nothing permitted.</exception>
    public async Task<IReadOnlyList<IPAddress>> CheckAsync(string host, int port, CancellationToken cancellationToken)
    {
        var found = await ResolveAsync(host, cancellationToken);
        var permitted = found.Where(address => Refusal(host, port, address) is null).ToList();
        return permitted.Count > 0 ? permitted : throw DialException.Refused(Refusal(host, port, found[0])!);
    }

    private string? Refusal(string host, int port, IPAddress address)
    {
        if (allowed.Allows(host, port, address) || AddressGuard.ReasonToRefuse(address) is not { } reason)
        {
            return null;
        }

        return IPAddress.TryParse(host, out _) ? $"{address} is {reason}" : $"{host} resolves to {address}, which is {reason}";
    }

    private async Task<IPAddress[]> ResolveAsync(string host, CancellationToken cancellationToken)
    {
        if (IPAddress.TryParse(host, out var literal))
        {
            return [literal];
        }

        try
        {
            var found = await resolve(host, cancellationToken);
            return found.Length > 0 ? found : throw new SocketException((int)SocketError.NoData);
        }
        catch (Exception e) when (e is SocketException or ArgumentException)
        {
            throw DialException.Failed(FailureKind.Dns, $"{host} does not resolve: {e.Message}", e);
        }
    }

    private static async Task<Stream> DialAsync(string host, IReadOnlyList<IPEndPoint> targets, CancellationToken cancellationToken)
    {
        SocketException? last = null;
        foreach (var target in targets)
        {
            var socket = new Socket(target.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            try
            {
                await socket.ConnectAsync(target, cancellationToken);
                return new NetworkStream(socket, ownsSocket: true);
            }
            catch (SocketException e)
            {
                socket.Dispose();
                last = e;
            }
            catch
            {
                socket.Dispose();
                throw;
            }
        }

        throw DialException.Failed(FailureKind.Connect, $"{host} cannot be reached: {last!.Message}", last);
    }
}
