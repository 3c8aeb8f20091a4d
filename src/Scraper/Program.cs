using System.Runtime.CompilerServices;
using Scraper.Cli;
using Scraper.Hosting.Native;
using Scraper.Hosting.Windows;

// Known when it is compiled, and no more than this branch is compiled into the native program.
if (!RuntimeFeature.IsDynamicCodeSupported)
{
    return await NativeStart.RunAsync(args);
}

if (OperatingSystem.IsWindows() && WindowsRun.IsService(args) && WindowsRun.Run(stop => CommandLine.RunAsync(args, stop)) is { } exit)
{
    return exit;
}

return await CommandLine.RunAsync(args, CancellationToken.None);
