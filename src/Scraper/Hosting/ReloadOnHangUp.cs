using System.Runtime.InteropServices;
using Scraper.Hosting.Systemd;

namespace Scraper.Hosting;

/// <summary>
/// SIGHUP: site rules and the log level are read again. Of other settings that changed it is told that they wait for a
/// restart; settings with a mistake leave those in force as they are. Without a service manager SIGHUP is what it is to
/// every program: its terminal has gone, and it ends.
/// </summary>
internal sealed class ReloadOnHangUp(
    bool isService,
    IReadOnlyList<EffectiveSetting> settings,
    Func<ConfigurationResult> reread,
    SiteCatalogue catalogue,
    LogThreshold threshold,
    NotifySocket socket,
    ILogger<ReloadOnHangUp> logger) : IHostedService, IDisposable
{
    private readonly Lock _turn = new();
    private PosixSignalRegistration? _registration;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (!OperatingSystem.IsWindows() && (isService || socket.IsOpen))
        {
            _registration = PosixSignalRegistration.Create(PosixSignal.SIGHUP, signal =>
            {
                signal.Cancel = true;
                Reload();
            });
        }

        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() => _registration?.Dispose();

    private void Reload()
    {
        lock (_turn)
        {
            socket.Reloading();
            try
            {
                ReloadSettings();
                catalogue.Reload();
                logger.LogInformation("Settings and site rules were read again");
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
            {
                logger.LogError("Not read again: {Message}", failure.Message);
            }
            finally
            {
                socket.Send("READY=1");
            }
        }
    }

    private void ReloadSettings()
    {
        var (options, problems, now) = reread();
        if (options is null)
        {
            foreach (var problem in problems)
            {
                logger.LogError("{Problem} (the settings in force stay)", problem);
            }

            return;
        }

        threshold.Level = options.Log.Level;
        var before = settings.ToDictionary(s => s.Key, StringComparer.Ordinal);
        foreach (var changed in now.Where(s => s.Key != "Log:Level" && before.GetValueOrDefault(s.Key)?.Value != s.Value))
        {
            logger.LogWarning("{Key} has changed and takes effect at the next start", changed.Key);
        }
    }
}
