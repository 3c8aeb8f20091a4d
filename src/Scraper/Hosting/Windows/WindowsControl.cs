using System.Runtime.Versioning;
using Scraper.Hosting.Services;

namespace Scraper.Hosting.Windows;

/// <summary>The service under Windows' service control manager, by sc.exe.</summary>
[SupportedOSPlatform("windows")]
internal sealed class WindowsControl(TextWriter progress) : IServiceControl
{
    private const string Sc = "sc.exe";

    public string Plan(ServicePlan plan) => string.Join('\n', Steps(plan).Select(s => string.Join(' ', s.Select(w => w.Contains(' ') ? $"\"{w.Replace("\"", "\\\"")}\"" : w)))) + "\n";

    public string? Refusal(ServicePlan plan) => plan.Fault;

    public async Task InstallAsync(ServicePlan plan, CancellationToken cancellationToken)
    {
        Require("install");
        if (Refusal(plan) is { } refusal)
        {
            throw new ServiceException(refusal);
        }

        new MachineSettings(MachineFolders.ConfigurationDefault).Ensure();
        if ((await ManagerProgram.RunAsync(Sc, ["query", WindowsService.Name], cancellationToken)).Exit == 0)
        {
            await ManagerProgram.RequireAsync(Sc, ["delete", WindowsService.Name], cancellationToken);
        }

        var isFirst = true;
        foreach (var step in Steps(plan))
        {
            var (exit, text) = await ManagerProgram.RunAsync(step[0], step[1..], cancellationToken);
            if (exit != 0 && isFirst)
            {
                throw new ServiceException($"{string.Join(' ', step)}: exit code {exit}: {text}");
            }

            await progress.WriteLineAsync(exit == 0 ? string.Join(' ', step[..2]) : $"{string.Join(' ', step)}: exit code {exit}: {text}; the service works without it");
            isFirst = false;
        }

        await progress.WriteLineAsync($"put site rules into {Path.Combine(MachineFolders.ConfigurationDefault, "sites")}, then: scraper service start");
    }

    public async Task UninstallAsync(CancellationToken cancellationToken)
    {
        Require("uninstall");
        await ManagerProgram.RunAsync(Sc, ["stop", WindowsService.Name], cancellationToken);
        await ManagerProgram.RequireAsync(Sc, ["delete", WindowsService.Name], cancellationToken);
        await progress.WriteLineAsync($"removed; {MachineFolders.StateDefault} stays");
    }

    public Task StartAsync(CancellationToken cancellationToken) => ManagerProgram.RequireAsync(Sc, ["start", WindowsService.Name], cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => ManagerProgram.RequireAsync(Sc, ["stop", WindowsService.Name], cancellationToken);

    public async Task<(bool IsRunning, string Text)> StatusAsync(CancellationToken cancellationToken)
    {
        var (exit, text) = await ManagerProgram.RunAsync(Sc, ["query", WindowsService.Name], cancellationToken);
        return (exit == 0 && text.Contains("RUNNING", StringComparison.Ordinal), text);
    }

    // The first makes the service; the others make it better. The account may write its own folder and nothing else.
    private static string[][] Steps(ServicePlan plan) =>
    [
        [Sc, "create", WindowsService.Name, "binPath=", $"\"{plan.Program}\" run --service", "start=", "auto", "obj=", plan.User, "DisplayName=", "Scraper"],
        [Sc, "description", WindowsService.Name, "Visits news sites and keeps their articles"],
        [Sc, "failure", WindowsService.Name, "reset=", "86400", "actions=", "restart/5000/restart/30000/restart/60000"],
        ["icacls.exe", MachineFolders.StateDefault, "/grant", $"{plan.User}:(OI)(CI)M"],
    ];

    private static void Require(string verb)
    {
        if (!Environment.IsPrivilegedProcess)
        {
            throw new ServiceException($"service {verb}: must be run as administrator");
        }
    }
}
