using System.Text;
using System.Text.RegularExpressions;
using Scraper.Core.Sites;

namespace Scraper.Discovery;

/// <summary>The include and exclude patterns of a site.</summary>
internal sealed class UrlPatterns(SiteDiscovery site)
{
    // Only patterns with look-around or back-references, which need the backtracking engine.
    private static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(100);

    private readonly List<Func<Uri, bool>> include = [.. site.Include.Select(Matcher)];
    private readonly List<Func<Uri, bool>> exclude = [.. site.Exclude.Select(Matcher)];

    /// <summary>Whether a URL is wanted: it matches an include pattern, if there are any, and no exclude pattern.</summary>
    /// <remarks>
    /// A pattern with letters that are not US-ASCII is tested against the URL as people read it, without its percent-encodings.
    /// One that runs too long on a URL leaves that URL out.
    /// </remarks>
    public bool Wants(Uri url)
    {
        try
        {
            return (include.Count == 0 || include.Exists(matches => matches(url))) && !exclude.Exists(matches => matches(url));
        }
        catch (RegexMatchTimeoutException)
        {
            return false;
        }
    }

    private static Func<Uri, bool> Matcher(string pattern)
    {
        var compiled = Compile(pattern);
        return Ascii.IsValid(pattern) ? url => compiled.IsMatch(url.AbsoluteUri) : url => compiled.IsMatch(Uri.UnescapeDataString(url.AbsoluteUri));
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
