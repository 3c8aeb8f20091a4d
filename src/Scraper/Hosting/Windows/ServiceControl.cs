using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace Scraper.Hosting.Windows;

/// <summary>What advapi32 has for services and the Event Log (winsvc.h, winbase.h).</summary>
[SupportedOSPlatform("windows")]
internal static class ServiceControl
{
    public const int NotStartedByManager = 1063;
    public const int ServiceSpecificError = 1066;
    public const int OwnProcess = 0x10;
    public const int AcceptStopAndShutdown = 0x1 | 0x4;
    public const int Stop = 1;
    public const int Interrogate = 4;
    public const int Shutdown = 5;
    public const int NotImplemented = 120;
    public const short ErrorEvent = 1;

    public delegate void ServiceMain(int count, nint arguments);

    public delegate int Handler(int control, int eventType, nint eventData, nint context);

    [DllImport("advapi32", ExactSpelling = true, SetLastError = true, CharSet = CharSet.Unicode)]
    public static extern bool StartServiceCtrlDispatcherW([In] TableEntry[] table);

    [DllImport("advapi32", ExactSpelling = true, SetLastError = true, CharSet = CharSet.Unicode)]
    public static extern nint RegisterServiceCtrlHandlerExW(string name, Handler handler, nint context);

    [DllImport("advapi32", ExactSpelling = true, SetLastError = true)]
    public static extern bool SetServiceStatus(nint service, ref Status status);

    [DllImport("advapi32", ExactSpelling = true, SetLastError = true, CharSet = CharSet.Unicode)]
    public static extern nint RegisterEventSourceW(string? server, string source);

    [DllImport("advapi32", ExactSpelling = true, SetLastError = true, CharSet = CharSet.Unicode)]
    public static extern bool ReportEventW(nint log, short type, short category, int id, nint user, short count, int dataSize, [In] string[] texts, nint data);

    [DllImport("advapi32", ExactSpelling = true, SetLastError = true)]
    public static extern bool DeregisterEventSource(nint log);

    [StructLayout(LayoutKind.Sequential)]
    public struct TableEntry
    {
        public nint Name;
        public nint Main;
    }

    [StructLayout(LayoutKind.Sequential)]
    public struct Status
    {
        public int Type;
        public int State;
        public int Accepts;
        public int ExitCode;
        public int OwnExitCode;
        public int CheckPoint;
        public int WaitHint;
    }
}
