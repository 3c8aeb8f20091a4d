using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Scraper.Core.Labelling;

/// <summary>How long the patterns of a rule may take on one page, all together.</summary>
internal sealed class PatternBudget
{
    /// <summary>Some hundred times what the patterns of a sane rule need on a large page.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(2);

    private TimeSpan _spent;

    /// <summary>Whether nothing is left.</summary>
    public bool IsSpent => _spent >= Limit;

    /// <summary>Runs a pattern.</summary>
    /// <exception cref="RegexMatchTimeoutException">It took too long, or nothing is left.</exception>
    public T Run<T>(Func<T> match)
    {
        if (IsSpent)
        {
            throw new RegexMatchTimeoutException();
        }

        var start = Stopwatch.GetTimestamp();
        try
        {
            return match();
        }
        finally
        {
            _spent += Stopwatch.GetElapsedTime(start);
        }
    }
}
