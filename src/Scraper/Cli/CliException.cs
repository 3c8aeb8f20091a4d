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

    /// <summary>What the process ends with.</summary>
    public int ExitCode { get; }
}
