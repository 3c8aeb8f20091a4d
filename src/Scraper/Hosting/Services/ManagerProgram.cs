using System.ComponentModel;
using System.Diagnostics;

namespace Scraper.Hosting.Services;

/// <summary>Runs a program of the operating system (systemctl, useradd, sc.exe).</summary>
internal static class ManagerProgram
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>Runs it to its end.</summary>
    /// <returns>Its exit code and what it wrote, trimmed.</returns>
    /// <exception cref="ServiceException">It is not there, or does not end.</exception>
    public static async Task<(int Exit, string Text)> RunAsync(string program, string[] arguments, CancellationToken cancellationToken)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            var (output, error) = (process.StandardOutput.ReadToEndAsync(cancellationToken), process.StandardError.ReadToEndAsync(cancellationToken));
            await process.WaitForExitAsync(cancellationToken).WaitAsync(Patience, cancellationToken);
            return (process.ExitCode, (await output + await error).Trim());
        }
        catch (Win32Exception missing)
        {
            throw new ServiceException($"{program}: {missing.Message}");
        }
        catch (TimeoutException)
        {
            throw new ServiceException($"{program} {string.Join(' ', arguments)}: did not end within {Patience.TotalMinutes} minutes");
        }
    }

    /// <summary>Runs it, and takes an exit code other than 0 for a refusal.</summary>
    /// <exception cref="ServiceException">It refuses.</exception>
    public static async Task<string> RequireAsync(string program, string[] arguments, CancellationToken cancellationToken)
    {
        var (exit, text) = await RunAsync(program, arguments, cancellationToken);
        return exit == 0 ? text : throw new ServiceException($"{program} {string.Join(' ', arguments)}: exit code {exit}: {text}");
    }
}
