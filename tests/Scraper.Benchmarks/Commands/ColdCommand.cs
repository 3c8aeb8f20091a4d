using System.CommandLine;
using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Scraper.Benchmarks.Commands;

/// <summary><c>cold</c>: what a start from nothing costs, against an empty console program published in the same way.</summary>
internal static class ColdCommand
{
    private const string Project = """
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <OutputType>Exe</OutputType>
            <TargetFramework>net10.0</TargetFramework>
            <AssemblyName>empty</AssemblyName>
            <SelfContained>false</SelfContained>
            <PublishReadyToRun>true</PublishReadyToRun>
            <RuntimeIdentifier>$(NETCoreSdkPortableRuntimeIdentifier)</RuntimeIdentifier>
          </PropertyGroup>
        </Project>
        """;

    public static Command Create()
    {
        var scraper = new Option<FileInfo>("--scraper") { Required = true, Description = "The published program (dotnet publish -c Release src/Scraper -o DIR)." };
        var page = new Option<FileInfo>("--page") { Required = true, Description = "A saved page to clean." };
        var rounds = new Option<int>("--rounds") { Description = "Starts of each; the fastest counts.", DefaultValueFactory = _ => 10 };
        var command = new Command("cold", "Starts `scraper --version` and `scraper clean PAGE` from nothing, in processor time against an empty console program compiled ahead of time as well, by turns.\n\nExample:\n  cold --scraper out/scraper --page fixtures/iranfocus.com/iran-proxy-war.html") { scraper, page, rounds };
        command.SetAction(parsed =>
        {
            var folder = Directory.CreateTempSubdirectory("scraper-bench-").FullName;
            try
            {
                var program = parsed.GetRequiredValue(scraper).FullName;
                (string Name, string File, string[] Arguments)[] starts =
                [
                    ("empty console program", Empty(folder), []),
                    ("scraper --version", program, ["--version"]),
                    ("scraper clean PAGE", program, ["clean", parsed.GetRequiredValue(page).FullName]),
                ];
                var best = starts.Select(_ => double.MaxValue).ToArray();
                for (var round = 0; round < parsed.GetValue(rounds); round++)
                {
                    for (var i = 0; i < starts.Length; i++)
                    {
                        best[i] = Math.Min(best[i], Run(starts[i].File, starts[i].Arguments));
                    }
                }

                for (var i = 0; i < starts.Length; i++)
                {
                    Console.WriteLine($"{starts[i].Name,-22} {best[i],6:F0} ms of processor time  {best[i] / best[0],5:F1}x");
                }
            }
            finally
            {
                Directory.Delete(folder, recursive: true);
            }
        });
        return command;
    }

    private static string Empty(string folder)
    {
        File.WriteAllText(Path.Combine(folder, "empty.csproj"), Project);
        File.WriteAllText(Path.Combine(folder, "Program.cs"), "System.Console.WriteLine();");
        var output = Path.Combine(folder, "out");
        Run("dotnet", ["publish", "-c", "Release", "-o", output, folder]);
        return Path.Combine(output, OperatingSystem.IsWindows() ? "empty.exe" : "empty");
    }

    /// <summary>Processor time of all children that have ended, in ms: getrusage(2), whose first four fields are seconds and microseconds of user and of system.</summary>
    private static double ChildTime()
    {
        const int Children = -1;
        var usage = new long[18];
        return GetResourceUsage(Children, usage) == 0
            ? ((usage[0] + usage[2]) * 1000.0) + ((usage[1] + usage[3]) / 1000.0)
            : throw new PlatformNotSupportedException("getrusage failed");
    }

    [DllImport("libc", EntryPoint = "getrusage")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern int GetResourceUsage(int who, [Out] long[] usage);

    /// <returns>Processor time in ms.</returns>
    /// <exception cref="InvalidOperationException">The program did not end well.</exception>
    private static double Run(string file, string[] arguments)
    {
        var before = ChildTime();
        using var process = Process.Start(new ProcessStartInfo(file, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? ChildTime() - before : throw new InvalidOperationException($"{file} ended with {process.ExitCode}: {error.Result}{output}");
    }
}
