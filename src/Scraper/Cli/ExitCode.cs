namespace Scraper.Cli;

/// <summary>What the process says when it ends.</summary>
internal static class ExitCode
{
    /// <summary>All good.</summary>
    public const int Ok = 0;

    /// <summary>Some of the inputs failed; standard error says which and why.</summary>
    public const int SomeFailed = 1;

    /// <summary>The command line, a configuration file or an input's name was wrong; nothing was done.</summary>
    public const int Usage = 2;

    /// <summary>The page may not be fetched: robots.txt, address guard, scheme.</summary>
    public const int Blocked = 3;

    /// <summary>The page was read and is not an article.</summary>
    public const int NotAnArticle = 4;

    /// <summary>The page was read and no text was found in it.</summary>
    public const int NothingExtracted = 5;

    /// <summary>Something was left undone because it would cost too much; <c>--force</c> does it.</summary>
    public const int Refused = 6;

    /// <summary>Ended by Ctrl-C or SIGTERM (128 + 2, as shells have it).</summary>
    public const int Cancelled = 130;

    /// <summary>Nobody reads standard output any more (128 + SIGPIPE, as shells have it).</summary>
    public const int OutputClosed = 141;
}
