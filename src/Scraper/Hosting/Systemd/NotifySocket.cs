using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace Scraper.Hosting.Systemd;

/// <summary>
/// The socket on which systemd is told how the service is doing (sd_notify(3)). Without one, every message is a no-op.
/// </summary>
/// <param name="address">Path of a datagram socket, or <c>@name</c> in the abstract namespace; <see langword="null"/> for none.</param>
/// <param name="watchdog">How often systemd wants to hear <c>WATCHDOG=1</c> at the least; <see langword="null"/> where it does not watch.</param>
internal sealed class NotifySocket(string? address, TimeSpan? watchdog)
{
    // A manager that does not read lets its queue fill up; it must not hold up the end of the process.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    /// <summary>Whether anybody listens.</summary>
    public bool IsOpen => address is not null;

    /// <summary>How often systemd wants to hear from us at the least, or <see langword="null"/>.</summary>
    public TimeSpan? Watchdog => address is null ? null : watchdog;

    /// <summary>What <c>NOTIFY_SOCKET</c>, <c>WATCHDOG_USEC</c> and <c>WATCHDOG_PID</c> say.</summary>
    public static NotifySocket FromEnvironment()
    {
        var address = OperatingSystem.IsWindows() ? null : Environment.GetEnvironmentVariable("NOTIFY_SOCKET");
        var isOurs = Environment.GetEnvironmentVariable("WATCHDOG_PID") is not { Length: > 0 } pid
            || pid == Environment.ProcessId.ToString(CultureInfo.InvariantCulture);
        var watchdog = isOurs && long.TryParse(Environment.GetEnvironmentVariable("WATCHDOG_USEC"), NumberStyles.None, CultureInfo.InvariantCulture, out var microseconds) && microseconds > 0
            ? TimeSpan.FromMicroseconds(Math.Min(microseconds, TimeSpan.MaxValue.TotalMicroseconds / 2))
            : (TimeSpan?)null;
        return new NotifySocket(address is { Length: > 0 } ? address : null, watchdog);
    }

    /// <summary>Says that settings are being read again; <c>READY=1</c> must follow.</summary>
    public void Reloading() => Send(string.Create(CultureInfo.InvariantCulture, $"RELOADING=1\nMONOTONIC_USEC={Stopwatch.GetElapsedTime(0).TotalMicroseconds:F0}"));

    /// <summary>Sends <c>KEY=value</c> lines. A manager that cannot be reached is no reason to stop working.</summary>
    /// <returns>Whether it was sent.</returns>
    public bool Send(string state)
    {
        if (address is null)
        {
            return false;
        }

        try
        {
            using var socket = new Socket(AddressFamily.Unix, SocketType.Dgram, ProtocolType.Unspecified) { SendTimeout = (int)Patience.TotalMilliseconds };
            socket.SendTo(Encoding.UTF8.GetBytes(state), new UnixDomainSocketEndPoint(address[0] == '@' ? '\0' + address[1..] : address));
            return true;
        }
        catch (Exception unreachable) when (unreachable is SocketException or ArgumentException)
        {
            return false;
        }
    }
}
