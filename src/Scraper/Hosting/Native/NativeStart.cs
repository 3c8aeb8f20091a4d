using System.Runtime.InteropServices;
using Scraper.Cli;

namespace Scraper.Hosting.Native;

/// <summary>
/// What <c>scraper</c> does where it is compiled to machine code (<c>Scraper.csproj</c>, NativeStart): it cleans pages by
/// itself, since a page is cleaned before .NET has loaded the whole program, and for every other command becomes that.
/// </summary>
internal static class NativeStart
{
    /// <summary>The file name of the whole program, beside the native one.</summary>
    public const string WholeProgram = "scraper-full";

    private const int SigPipe = 13;

    private const string Program = "scraper";

    /// <param name="args">The command line, without the program's name.</param>
    /// <returns>The exit code; another command that could be started does not return.</returns>
    public static Task<int> RunAsync(string[] args) => args is ["clean", ..] or ["--version"]
        ? CommandLine.RunAsync(ProgramRoot.Create(CleanCommand.Create()), args, CancellationToken.None)
        : Task.FromResult(Become(Path.Combine(AppContext.BaseDirectory, WholeProgram), args));

    /// <summary>The program as it is called: where the whole program was started from the native one, that one.</summary>
    /// <param name="program">The path of the file that runs.</param>
    public static string? InFrontOf(string? program) =>
        Path.GetFileName(program) == WholeProgram && Path.Combine(Path.GetDirectoryName(program)!, Program) is var front && File.Exists(front) ? front : program;

    /// <summary>execve(2): the process, its number and its open files stay, so that signals and systemd find who they know.</summary>
    private static int Become(string program, string[] args)
    {
        // The runtime ignores it, and what is ignored stays so in the program to come and in its children.
        _ = Signal(SigPipe, 0);
        nint[] vector = [.. args.Prepend(program).Select(Marshal.StringToCoTaskMemUTF8), 0];
        _ = Execute(vector[0], vector);
        var reason = Marshal.GetLastPInvokeErrorMessage();
        Console.Error.WriteLine($"scraper: {program} cannot be started: {reason}; install the program anew");
        return ExitCode.SomeFailed;
    }

    [DllImport("libc", EntryPoint = "execv", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Execute(nint program, nint[] arguments);

    [DllImport("libc", EntryPoint = "signal", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern nint Signal(int number, nint handler);
}
