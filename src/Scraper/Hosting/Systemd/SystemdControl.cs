using System.Runtime.Versioning;
using Scraper.Hosting.Services;

namespace Scraper.Hosting.Systemd;

/// <summary>The service under systemd.</summary>
[UnsupportedOSPlatform("windows")]
internal sealed class SystemdControl(TextWriter progress) : IServiceControl
{
    private const string UnitPath = $"/etc/systemd/system/{UnitFile.Name}";

    // Hidden from the service by ProtectHome and PrivateTmp.
    private static readonly string[] Hidden = ["/root/", "/home/", "/run/user/", "/tmp/", "/var/tmp/"];

    public string Plan(ServicePlan plan) => new UnitFile(plan.Program, plan.User).ToString();

    public string? Refusal(ServicePlan plan) =>
        Hidden.FirstOrDefault(h => plan.Program.StartsWith(h, StringComparison.Ordinal)) is { } hidden
            ? $"{plan.Program}: the service cannot see {hidden}; put the program where every user may read it, such as /opt/scraper or /usr/lib/scraper"
            : plan.Fault;

    public async Task InstallAsync(ServicePlan plan, CancellationToken cancellationToken)
    {
        Require("install");
        if (Refusal(plan) is { } refusal)
        {
            throw new ServiceException(refusal);
        }

        if ((await ManagerProgram.RunAsync("id", ["-u", plan.User], cancellationToken)).Exit != 0)
        {
            await ManagerProgram.RequireAsync(
                "useradd", ["--system", "--user-group", "--home-dir", MachineFolders.StateDefault, "--no-create-home", "--shell", "/usr/sbin/nologin", plan.User], cancellationToken);
            await progress.WriteLineAsync($"user {plan.User}: made");
        }

        var settings = new MachineSettings(MachineFolders.ConfigurationDefault);
        settings.Ensure();
        foreach (var needed in new[] { settings.File, settings.Sites, plan.Program })
        {
            await WarnIfClosedAsync(needed, plan.User, cancellationToken);
        }

        await File.WriteAllTextAsync(UnitPath, Plan(plan), cancellationToken);
        MachineSettings.LetAllRead(UnitPath);
        await progress.WriteLineAsync($"{UnitPath}: written");
        await ManagerProgram.RequireAsync("systemctl", ["daemon-reload"], cancellationToken);
        await ManagerProgram.RequireAsync("systemctl", ["enable", UnitFile.Name], cancellationToken);
        await progress.WriteLineAsync($"enabled; put site rules into {MachineFolders.ConfigurationDefault}/sites, then: scraper service start");
    }

    public async Task UninstallAsync(CancellationToken cancellationToken)
    {
        Require("uninstall");
        if (!File.Exists(UnitPath))
        {
            throw new ServiceException($"{UnitPath}: there is no service to uninstall (a Debian package is removed by apt)");
        }

        await ManagerProgram.RequireAsync("systemctl", ["disable", "--now", UnitFile.Name], cancellationToken);
        File.Delete(UnitPath);
        await ManagerProgram.RequireAsync("systemctl", ["daemon-reload"], cancellationToken);
        await progress.WriteLineAsync($"removed; {MachineFolders.ConfigurationDefault} and {MachineFolders.StateDefault} stay");
    }

    public Task StartAsync(CancellationToken cancellationToken) => CommandAsync("start", cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => CommandAsync("stop", cancellationToken);

    public async Task<(bool IsRunning, string Text)> StatusAsync(CancellationToken cancellationToken)
    {
        RequireSystemd("status");
        var (exit, text) = await ManagerProgram.RunAsync("systemctl", ["status", "--no-pager", "--lines=5", UnitFile.Name], cancellationToken);
        return (exit == 0, text);
    }

    private static Task<string> CommandAsync(string verb, CancellationToken cancellationToken)
    {
        Require(verb);
        return ManagerProgram.RequireAsync("systemctl", [verb, UnitFile.Name], cancellationToken);
    }

    // What the service's user cannot read ends its start, or is passed over by it; better told here. By its path: root's PATH may have a "test" of its own. 1 is test(1)'s no, more is that it could not be asked.
    private async Task WarnIfClosedAsync(string path, string user, CancellationToken cancellationToken)
    {
        if ((await ManagerProgram.RunAsync("runuser", ["-u", user, "--", "/usr/bin/test", "-r", path], cancellationToken)).Exit == 1)
        {
            await progress.WriteLineAsync($"warning: {path}: the user {user} cannot read it; let it in, with the folders above (chmod o+rx for a folder, o+r for a file)");
        }
    }

    private static void Require(string verb)
    {
        RequireSystemd(verb);
        if (!Environment.IsPrivilegedProcess)
        {
            throw new ServiceException($"service {verb}: must be run as root: sudo scraper service {verb}");
        }
    }

    // As sd_booted(3) has it.
    private static void RequireSystemd(string verb)
    {
        if (!Directory.Exists("/run/systemd/system"))
        {
            throw new ServiceException($"service {verb}: systemd does not run on this machine; run \"scraper run\" under the manager that does, or look at the unit with \"scraper service install --dry-run\"");
        }
    }
}
