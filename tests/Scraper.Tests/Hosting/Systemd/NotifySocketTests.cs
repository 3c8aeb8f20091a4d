using System.Net.Sockets;
using FluentAssertions;
using Scraper.Hosting.Systemd;
using Xunit;

namespace Scraper.Tests.Hosting.Systemd;

public sealed class NotifySocketTests : IDisposable
{
    private readonly string _path = Path.Combine(Path.GetTempPath(), $"notify-{Guid.NewGuid():N}");

    public void Dispose() => File.Delete(_path);

    [Fact]
    public async Task A_manager_that_does_not_read_holds_nobody_up()
    {
        if (OperatingSystem.IsWindows())
        {
            return; // There is no systemd.
        }

        using var manager = new Socket(AddressFamily.Unix, SocketType.Dgram, ProtocolType.Unspecified);
        manager.Bind(new UnixDomainSocketEndPoint(_path));
        var socket = new NotifySocket(_path, null);

        var sent = await Task.Run(() => Enumerable.Range(0, 10_000).TakeWhile(_ => socket.Send("WATCHDOG=1")).Count()).WaitAsync(TimeSpan.FromMinutes(1));

        sent.Should().BeInRange(1, 9_999, "what its queue holds is sent, and what it does not hold is given up");
    }
}
