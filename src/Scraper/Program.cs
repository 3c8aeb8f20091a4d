using Scraper.Cli;
using Scraper.Hosting.Windows;

if (OperatingSystem.IsWindows() && WindowsRun.IsService(args) && WindowsRun.Run(stop => CommandLine.RunAsync(args, stop)) is { } exit)
{
    return exit;
}

return await CommandLine.RunAsync(args, CancellationToken.None);
