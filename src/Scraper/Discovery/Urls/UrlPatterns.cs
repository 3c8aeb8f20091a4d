using System.Text.RegularExpressions;
using Scraper.Core.Sites;

namespace Scraper.Discovery;

/// <summary>The include and exclude patterns of a site.</summary>
internal sealed class UrlPatterns(SiteDiscovery site)
{
    // Only patterns with look-around or back-references, which need the backtracking engine.
    private static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(100);

    private readonly List<Regex> include = [.. site.Include.Select(Compile)];
    private readonly List<Regex> exclude = [.. site.Exclude.Select(Compile)];

    /// <summary>Whether a URL is wanted: it matches an include pattern, if there are any, and no exclude pattern.</summary>
    /// <remarks>A pattern that runs too long on a URL leaves that URL out.</remarks>
    public bool Wants(Uri url)
    {
        try
        {
            return (include.Count == 0 || include.Exists(pattern => pattern.IsMatch(url.AbsoluteUri))) && !exclude.Exists(pattern => pattern.IsMatch(url.AbsoluteUri));
        }
        catch (RegexMatchTimeoutException)
        {
            return false;
        }
    }

    private static Regex Compile(string pattern)
    {
        try
        {
            return new Regex(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
        }
        catch (NotSupportedException)
        {
            return new Regex(pattern, RegexOptions.CultureInvariant, Longest);
        }
    }
}
