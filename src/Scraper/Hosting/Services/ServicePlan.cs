namespace Scraper.Hosting.Services;

/// <summary>What is to be installed.</summary>
/// <param name="Program">Absolute path of the executable.</param>
/// <param name="User">The user that it runs as.</param>
internal sealed record ServicePlan(string Program, string User)
{
    /// <summary>A plan for a program as people name it: a path from the working directory is made whole, since a service manager has another.</summary>
    /// <param name="program">The executable.</param>
    /// <param name="user">The user that it runs as.</param>
    public static ServicePlan Of(string program, string user) => new(Path.GetFullPath(program), user);

    /// <summary>Why the program cannot be started by anybody; <see langword="null"/> where it can.</summary>
    public string? Fault =>
        !File.Exists(Program) ? $"{Program}: no such program"
        : !OperatingSystem.IsWindows() && (File.GetUnixFileMode(Program) & (UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute)) == 0 ? $"{Program}: is not a program; chmod a+rx makes it one"
        : null;
}
