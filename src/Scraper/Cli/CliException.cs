namespace Scraper.Cli;

/// <summary>An input is wrong in a way that its user can mend; the message is all that is shown.</summary>
internal sealed class CliException : Exception
{
    public CliException(string message, int exitCode = Cli.ExitCode.Usage)
        : base(message) => ExitCode = exitCode;

    /// <summary>What the process ends with.</summary>
    public int ExitCode { get; }
}
