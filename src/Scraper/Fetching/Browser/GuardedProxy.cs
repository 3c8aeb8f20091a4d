using System.Net;
using System.Net.Sockets;
using System.Text;
using Scraper.Core.Sites;
using Scraper.Fetching.Addresses;
using Scraper.Fetching.Http;

namespace Scraper.Fetching.Browser;

/// <summary>
/// The only way out of the browser: a forward proxy on loopback that dials through <see cref="GuardedDialler"/>. Whatever a page
/// asks for, frames, sockets and prefetches included, passes the same gate as everything else, and is counted.
/// </summary>
internal sealed class GuardedProxy : IAsyncDisposable
{
    private const int MaxHeadBytes = 64 * 1024;

    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly UrlGate gate;
    private readonly GuardedDialler dialler;
    private readonly Uri? upstream;
    private readonly Task accepting;
    private int requestsLeft;
    private long bytesLeft;

    /// <summary>Starts it.</summary>
    /// <param name="gate">Judges what is asked for.</param>
    /// <param name="dialler">Opens its connections.</param>
    /// <param name="upstream">The operator's own proxy, or <see langword="null"/>.</param>
    /// <param name="maxRequests">Connections that it opens.</param>
    /// <param name="maxBytes">Bytes that it carries, both ways.</param>
    public GuardedProxy(UrlGate gate, GuardedDialler dialler, Uri? upstream, int maxRequests, long maxBytes)
    {
        this.gate = gate;
        this.dialler = dialler;
        this.upstream = upstream;
        (requestsLeft, bytesLeft) = (maxRequests, maxBytes);
        listener.Start();
        accepting = AcceptAsync();
    }

    /// <summary>Where the browser finds it, as <c>127.0.0.1:port</c>.</summary>
    public string Address => listener.LocalEndpoint.ToString()!;

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        listener.Dispose();
        await accepting;
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var socket = await listener.AcceptSocketAsync(stop.Token);
                _ = ServeAsync(socket);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The end of the page.
        }
    }

    private async Task ServeAsync(Socket socket)
    {
        try
        {
            await using var browser = new NetworkStream(socket, ownsSocket: true);
            if (await HeadAsync(browser) is not { } head)
            {
                return;
            }

            var line = Encoding.Latin1.GetString(head)[..head.AsSpan().IndexOf("\r\n"u8)].Split(' ');
            var isTunnel = line[0] == "CONNECT";
            var text = line.Length < 3 ? string.Empty : isTunnel ? $"https://{line[1]}/" : line[1];
            if (Interlocked.Decrement(ref requestsLeft) < 0 || gate.Judge(text, out var url) is not null)
            {
                await browser.WriteAsync("HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"u8.ToArray(), stop.Token);
                return;
            }

            await using var target = await DialAsync(url!, isTunnel);
            await (isTunnel
                ? browser.WriteAsync("HTTP/1.1 200 Connection established\r\n\r\n"u8.ToArray(), stop.Token)
                : target.WriteAsync(upstream is null ? OneRequest(head, line, url!.PathAndQuery, string.Empty) : OneRequest(head, line, url!.AbsoluteUri, ProxyUser.HeaderOf(upstream)), stop.Token));
            await Task.WhenAny(CopyAsync(browser, target), CopyAsync(target, browser));
        }
        catch (Exception e) when (e is IOException or SocketException or DialException or OperationCanceledException or ObjectDisposedException)
        {
            // The browser sees a closed connection, as of any server that is not there.
        }
    }

    private async Task<Stream> DialAsync(Uri url, bool isTunnel)
    {
        var host = UrlHost.Of(url);
        if (upstream is null)
        {
            return await dialler.DialAsync(host, url.Port, stop.Token);
        }

        await dialler.CheckProxiedAsync(host, url.Port, stop.Token);
        var stream = await dialler.DialProxyAsync(upstream.Host, upstream.Port, stop.Token);
        if (isTunnel)
        {
            // Uri.Host keeps the brackets of an IPv6 address, which stand in an authority (RFC 3986, 3.2.2).
            var authority = $"{(url.HostNameType == UriHostNameType.IPv6 ? url.Host : host)}:{url.Port}";
            await stream.WriteAsync(Encoding.Latin1.GetBytes($"CONNECT {authority} HTTP/1.1\r\nHost: {authority}\r\n{ProxyUser.HeaderOf(upstream)}\r\n"), stop.Token);
            if (await HeadAsync(stream) is not { } answer || !answer.AsSpan().StartsWith("HTTP/1."u8) || answer.AsSpan(8, 4) is not [(byte)' ', (byte)'2', ..])
            {
                await stream.DisposeAsync();
                throw new IOException("the proxy opened no tunnel");
            }
        }

        return stream;
    }

    // One request a connection: a second one on it could name another host.
    private static byte[] OneRequest(byte[] head, string[] line, string target, string user)
    {
        var headers = Encoding.Latin1.GetString(head).Split("\r\n").Skip(1)
            .Where(header => !header.StartsWith("Connection:", StringComparison.OrdinalIgnoreCase) && !header.StartsWith("Proxy-", StringComparison.OrdinalIgnoreCase));
        return Encoding.Latin1.GetBytes($"{line[0]} {target} HTTP/1.1\r\nConnection: close\r\n{user}{string.Join("\r\n", headers)}");
    }

    private async Task<byte[]?> HeadAsync(Stream from)
    {
        var buffer = new byte[MaxHeadBytes];
        var length = 0;
        while (length < buffer.Length)
        {
            var read = await from.ReadAsync(buffer.AsMemory(length), stop.Token);
            if (read == 0)
            {
                return null;
            }

            length += read;
            if (buffer.AsSpan(0, length).IndexOf("\r\n\r\n"u8) >= 0)
            {
                return buffer[..length];
            }
        }

        return null;
    }

    private async Task CopyAsync(Stream from, Stream to)
    {
        var buffer = new byte[16 * 1024];
        int read;
        while ((read = await from.ReadAsync(buffer, stop.Token)) > 0 && Interlocked.Add(ref bytesLeft, -read) >= 0)
        {
            await to.WriteAsync(buffer.AsMemory(0, read), stop.Token);
        }
    }
}
