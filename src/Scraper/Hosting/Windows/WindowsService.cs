using System.ComponentModel;
using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace Scraper.Hosting.Windows;

/// <summary>
/// The lifetime of a Windows service: connects to the service control manager first of all, so that no slow start can
/// end as error 1053, and does the work on the manager's thread until it says stop.
/// </summary>
/// <param name="work">The work; gets the token that stop cancels, gives the exit code.</param>
[SupportedOSPlatform("windows")]
internal sealed class WindowsService(Func<CancellationToken, Task<int>> work) : IDisposable
{
    /// <summary>The service's name.</summary>
    public const string Name = "Scraper";

    private static readonly TimeSpan LongestStop = TimeSpan.FromSeconds(15);

    private readonly CancellationTokenSource _stop = new();
    private ServiceControl.Handler? _handler;
    private nint _service;
    private volatile State _state;
    private int _exit;

    private enum State
    {
        Stopped = 1,
        StopPending = 3,
        Running = 4,
    }

    /// <summary>Runs as a service.</summary>
    /// <returns>The exit code; <see langword="null"/> where the process was not started by the service control manager.</returns>
    /// <exception cref="Win32Exception">The manager refuses.</exception>
    public int? Run()
    {
        ServiceControl.ServiceMain main = Main;
        var name = Marshal.StringToHGlobalUni(Name);
        try
        {
            ServiceControl.TableEntry[] table = [new() { Name = name, Main = Marshal.GetFunctionPointerForDelegate(main) }, default];
            if (ServiceControl.StartServiceCtrlDispatcherW(table))
            {
                return _exit;
            }

            var error = Marshal.GetLastPInvokeError();
            return error == ServiceControl.NotStartedByManager ? null : throw new Win32Exception(error);
        }
        finally
        {
            Marshal.FreeHGlobal(name);
            GC.KeepAlive(main);
        }
    }

    public void Dispose() => _stop.Dispose();

    private void Main(int count, nint arguments)
    {
        _handler = Handle;
        _service = ServiceControl.RegisterServiceCtrlHandlerExW(Name, _handler, 0);
        if (_service == 0)
        {
            return;
        }

        Say(State.Running);
        _exit = work(_stop.Token).GetAwaiter().GetResult();
        Say(State.Stopped);
    }

    private int Handle(int control, int eventType, nint eventData, nint context)
    {
        switch (control)
        {
            case ServiceControl.Stop or ServiceControl.Shutdown:
                Say(State.StopPending);
                _stop.Cancel();
                return 0;
            case ServiceControl.Interrogate:
                Say(_state);
                return 0;
            default:
                return ServiceControl.NotImplemented;
        }
    }

    private void Say(State state)
    {
        _state = state;
        var failed = state == State.Stopped && _exit != 0;
        var status = new ServiceControl.Status
        {
            Type = ServiceControl.OwnProcess,
            State = (int)state,
            Accepts = state == State.Running ? ServiceControl.AcceptStopAndShutdown : 0,
            ExitCode = failed ? ServiceControl.ServiceSpecificError : 0,
            OwnExitCode = failed ? _exit : 0,
            WaitHint = state == State.StopPending ? (int)LongestStop.TotalMilliseconds : 0,
        };
        ServiceControl.SetServiceStatus(_service, ref status);
    }
}
