using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Sockets;
using System.Text;

namespace Scraper.EndToEnd;

/// <summary>What systemd is to a service: a datagram socket that hears its notifications.</summary>
internal sealed class NotifyReceiver : IDisposable
{
    private readonly Socket _socket = new(AddressFamily.Unix, SocketType.Dgram, ProtocolType.Unspecified);
    private readonly ConcurrentQueue<string> _heard = new();
    private readonly Task _listening;

    /// <param name="address">A path, or <c>@name</c> in the abstract namespace.</param>
    public NotifyReceiver(string address)
    {
        Address = address;
        _socket.Bind(new UnixDomainSocketEndPoint(address[0] == '@' ? '\0' + address[1..] : address));
        _listening = Task.Run(ListenAsync);
    }

    public string Address { get; }

    /// <summary>All messages so far.</summary>
    public IReadOnlyList<string> Heard => [.. _heard];

    /// <summary>Waits for the n-th message that holds a line.</summary>
    public async Task HearsAsync(string line, int times = 1)
    {
        for (var waited = Stopwatch.StartNew(); Count(line) < times; await Task.Delay(20))
        {
            if (waited.Elapsed > TimeSpan.FromSeconds(60))
            {
                throw new TimeoutException($"never heard {line} {times} times:\n{string.Join("\n--\n", Heard)}");
            }
        }
    }

    public int Count(string line) => _heard.Count(m => m.Split('\n').Any(l => l.StartsWith(line, StringComparison.Ordinal)));

    public void Dispose()
    {
        _socket.Dispose();
        _listening.Wait(TimeSpan.FromSeconds(5));
    }

    private async Task ListenAsync()
    {
        var buffer = new byte[4096];
        try
        {
            while (true)
            {
                _heard.Enqueue(Encoding.UTF8.GetString(buffer, 0, await _socket.ReceiveAsync(buffer)));
            }
        }
        catch (Exception closed) when (closed is SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }
}
