using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Scraper.Tests.Fetching.Hostile;

/// <summary>A server on loopback that answers each host name by a script of raw bytes.</summary>
internal sealed class HostileServer : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly Func<string, string, NetworkStream, CancellationToken, Task> answer;
    private readonly Task accepting;
    private int accepted;

    /// <param name="answer">Called with the host name, the request's head, and the connection; closing is the server's.</param>
    public HostileServer(Func<string, string, NetworkStream, CancellationToken, Task> answer)
    {
        this.answer = answer;
        listener.Start(512);
        accepting = AcceptAsync();
    }

    public IPEndPoint EndPoint => (IPEndPoint)listener.LocalEndpoint;

    public int Accepted => accepted;

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        listener.Stop();
        await accepting;
        stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var socket = await listener.AcceptSocketAsync(stop.Token);
                Interlocked.Increment(ref accepted);
                _ = ServeAsync(socket);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException || (e is InvalidOperationException && stop.IsCancellationRequested))
        {
            // Stopped; between two connections that is an invalid operation.
        }
    }

    private async Task ServeAsync(Socket socket)
    {
        await using var connection = new NetworkStream(socket, ownsSocket: true);
        try
        {
            while (await HeadAsync(connection) is { } head)
            {
                var host = head.Split("\r\n").FirstOrDefault(line => line.StartsWith("Host: ", StringComparison.OrdinalIgnoreCase))?[6..] ?? string.Empty;
                await answer(host, head, connection, stop.Token);
                if (!head.Contains("X-Keep: 1", StringComparison.OrdinalIgnoreCase))
                {
                    return;
                }
            }
        }
        catch (Exception e) when (e is IOException or OperationCanceledException or ObjectDisposedException or SocketException)
        {
        }
    }

    private async Task<string?> HeadAsync(NetworkStream connection)
    {
        var buffer = new byte[16 * 1024];
        var length = 0;
        while (length < buffer.Length)
        {
            var read = await connection.ReadAsync(buffer.AsMemory(length), stop.Token);
            if (read == 0)
            {
                return null;
            }

            length += read;
            if (buffer.AsSpan(0, length).IndexOf("\r\n\r\n"u8) >= 0)
            {
                return Encoding.Latin1.GetString(buffer, 0, length);
            }
        }

        return null;
    }
}
