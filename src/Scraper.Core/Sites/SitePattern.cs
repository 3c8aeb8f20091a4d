using System.Text.RegularExpressions;

namespace Scraper.Core.Sites;

/// <summary>
/// A regular expression from a rule file. It is matched without backtracking, in time linear in the text; one that
/// needs backtracking (look-around, back-references) gets a time limit.
/// </summary>
public sealed class SitePattern
{
    /// <summary>The longest one match with backtracking may take.</summary>
    public static readonly TimeSpan TimeLimit = TimeSpan.FromMilliseconds(50);

    // Linear matching needs no limit to be safe; this one is for a machine that stands still.
    private static readonly TimeSpan LinearTimeLimit = TimeSpan.FromSeconds(2);

    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.IgnoreCase;

    /// <summary>The longest pattern that is accepted, in UTF-16 code units.</summary>
    public const int LongestPattern = 2_000;

    // Most patterns of most rules never run, and an automaton takes longer to build than a short text to match.
    private readonly Lazy<(Regex Regex, bool Backtracks)> _compiled;

    /// <summary>Compiles a pattern; case is ignored.</summary>
    /// <param name="pattern">.NET regular expression.</param>
    /// <param name="line">Line in the rule's file, from 1; 0 where it came from no file.</param>
    /// <exception cref="ArgumentException">It does not compile, or is longer than <see cref="LongestPattern"/>.</exception>
    public SitePattern(string pattern, int line = 0)
        : this(pattern, line, isTrusted: false)
    {
    }

    private SitePattern(string pattern, int line, bool isTrusted)
    {
        ArgumentNullException.ThrowIfNull(pattern);
        if (pattern.Length > LongestPattern)
        {
            throw new ArgumentException($"the pattern is {pattern.Length} characters long; at most {LongestPattern} are accepted");
        }

        Pattern = pattern;
        Line = line;
        _ = isTrusted ? null : new Regex(pattern, Options);
        _compiled = new(() => Compile(pattern));
    }

    /// <summary>The expression as written.</summary>
    public string Pattern { get; }

    /// <summary>Line in the rule's file, from 1; 0 where it came from no file.</summary>
    public int Line { get; }

    /// <summary>Path of the rule's file, or empty.</summary>
    public string Source { get; init; } = string.Empty;

    /// <summary>Whether it could only be compiled with backtracking, and so runs under <see cref="TimeLimit"/>.</summary>
    public bool Backtracks => _compiled.Value.Backtracks;

    /// <summary>File name and line.</summary>
    public string Where => SiteProblem.Place(Source, Line);

    /// <summary>Whether the text holds a match.</summary>
    /// <exception cref="RegexMatchTimeoutException">It took longer than <see cref="TimeLimit"/>.</exception>
    public bool IsMatch(string text) => _compiled.Value.Regex.IsMatch(text);

    /// <summary>Replaces every match.</summary>
    /// <exception cref="RegexMatchTimeoutException">It took longer than <see cref="TimeLimit"/>.</exception>
    public string Replace(string text, string with) => _compiled.Value.Regex.Replace(text, with);

    /// <summary>Cuts at every match.</summary>
    /// <exception cref="RegexMatchTimeoutException">It took longer than <see cref="TimeLimit"/>.</exception>
    public string[] Split(string text) => _compiled.Value.Regex.Split(text);

    /// <summary>A pattern that is known to compile, so that it need not be tried before it is used.</summary>
    /// <exception cref="ArgumentException">It is longer than <see cref="LongestPattern"/>.</exception>
    internal static SitePattern Trusted(string pattern, int line, string source) => new(pattern, line, isTrusted: true) { Source = source };

    /// <inheritdoc/>
    public override string ToString() => $"{Where} line /{Pattern}/".TrimStart();

    private static (Regex, bool) Compile(string pattern)
    {
        try
        {
            return (new Regex(pattern, Options | RegexOptions.NonBacktracking, LinearTimeLimit), false);
        }
        catch (NotSupportedException)
        {
            return (new Regex(pattern, Options, TimeLimit), true);
        }
    }
}
