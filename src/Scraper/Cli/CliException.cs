namespace Scraper.Cli;

/// <summary>An input is wrong in a way that its user can mend; what is wrong with it is all that is shown.</summary>
internal sealed class CliException : Exception
{
    public CliException(string message, int exitCode = Cli.ExitCode.Usage)
        : base(message) => (Problems, ExitCode) = ([message], exitCode);

    /// <summary>Several things are wrong.</summary>
    public CliException(IReadOnlyList<string> problems)
        : base(string.Join(Environment.NewLine, problems)) => (Problems, ExitCode) = (problems, Cli.ExitCode.Usage);

    /// <summary>Everything that is wrong, a line each.</summary>
    public IReadOnlyList<string> Problems { get; }

    /// <summary>What is said of a file or folder that is not there, the same in every command.</summary>
    /// <param name="path">The path, as it was written.</param>
    public static CliException NoSuchPath(string path) => new($"{path}: no such file or folder");

    /// <summary>What the process ends with.</summary>
    public int ExitCode { get; }
}
