using System.CommandLine;
using Scraper.Hosting.Native;
using Scraper.Hosting.Services;
using Scraper.Hosting.Systemd;
using Scraper.Hosting.Windows;

namespace Scraper.Cli;

/// <summary><c>scraper service</c>: the daemon under systemd or as a Windows service.</summary>
internal static class ServiceCommand
{
    public static Command Create() => new(
        "service",
        """
        Install, start, stop and remove the daemon as a service of this machine: under systemd, or as a Windows service.

        Settings and rules are in /etc/scraper, the store in /var/lib/scraper; on Windows both are in %ProgramData%\Scraper.

        Examples:
          scraper service install --dry-run    what would be installed
          sudo scraper service install
          sudo scraper service start
          scraper service status
        """)
    {
        Install(),
        Simple("uninstall", "Stop and remove the service; settings, rules and store stay.", (manager, token) => manager.UninstallAsync(token)),
        Simple("start", "Start the service.", (manager, token) => manager.StartAsync(token)),
        Simple("stop", "Stop the service; what is complete is stored first.", (manager, token) => manager.StopAsync(token)),
        Status(),
    };

    private static Command Install()
    {
        var user = new Option<string>("--user")
        {
            Description = "The user that it runs as; made where missing (Linux).",
            DefaultValueFactory = _ => OperatingSystem.IsWindows() ? @"NT AUTHORITY\LocalService" : "scraper",
        };
        var dryRun = new Option<bool>("--dry-run") { Description = "Print the systemd unit, or the commands on Windows, and do nothing; what an installation would refuse is said on standard error." };
        var program = new Option<string?>("--program") { Description = "The executable; this one where nothing is said.", HelpName = "PATH" };
        var command = new Command("install", "Install the service, to be started with the machine. Needs root or an administrator.\n\nExamples:\n  scraper service install --dry-run\n  sudo scraper service install --user news") { user, dryRun, program };
        command.Validators.Add(result =>
        {
            // It becomes a line of the unit.
            if (!OperatingSystem.IsWindows() && result.GetValue(user) is { } name && (name.Length is 0 or > 32 || !name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_')))
            {
                result.AddError($"--user: \"{name}\" is not a user name: letters, digits, - and _ only, at most 32");
            }
        });
        command.SetAction((parsed, cancellationToken) => RunAsync(async manager =>
        {
            var plan = ServicePlan.Of(parsed.GetValue(program) ?? Program(), parsed.GetValue(user)!);
            if (parsed.GetValue(dryRun))
            {
                Console.Out.Write(manager.Plan(plan));
                if (manager.Refusal(plan) is { } refusal)
                {
                    await Console.Error.WriteLineAsync($"scraper: would be refused on this machine: {refusal}");
                }

                return ExitCode.Ok;
            }

            await manager.InstallAsync(plan, cancellationToken);
            return ExitCode.Ok;
        }));
        return command;
    }

    private static Command Status()
    {
        var command = new Command("status", "Show how the service is. Exit codes: 0 it runs, 1 it does not.\n\nExample:\n  scraper service status");
        command.SetAction((_, cancellationToken) => RunAsync(async manager =>
        {
            var (isRunning, text) = await manager.StatusAsync(cancellationToken);
            Console.Out.WriteLine(text);
            return isRunning ? ExitCode.Ok : ExitCode.SomeFailed;
        }));
        return command;
    }

    private static Command Simple(string name, string description, Func<IServiceControl, CancellationToken, Task> act)
    {
        var command = new Command(name, $"{description}\n\nExample:\n  scraper service {name}");
        command.SetAction((_, cancellationToken) => RunAsync(async manager =>
        {
            await act(manager, cancellationToken);
            return ExitCode.Ok;
        }));
        return command;
    }

    private static async Task<int> RunAsync(Func<IServiceControl, Task<int>> act)
    {
        try
        {
            return await act(OperatingSystem.IsWindows() ? new WindowsControl(Console.Error) : new SystemdControl(Console.Error));
        }
        catch (ServiceException refused)
        {
            throw new CliException(refused.Message, ExitCode.SomeFailed);
        }
    }

    private static string Program()
    {
        var program = NativeStart.InFrontOf(Environment.ProcessPath);
        return program is null || Path.GetFileNameWithoutExtension(program) == "dotnet"
            ? throw new CliException("this program runs inside dotnet; publish it first (dotnet publish src/Scraper) and install from there, or name it with --program")
            : program;
    }
}
