namespace Scraper.Fetching.Robots;

/// <summary>The part of a URL that robots.txt patterns are about.</summary>
internal static class RobotsPath
{
    private static readonly System.Buffers.SearchValues<char> PathStarts = System.Buffers.SearchValues.Create("/?;");

    /// <summary>
    /// Path and query of a URL, with a leading slash, without the fragment, octet for octet as given. Works on any string, as
    /// Google's does: percent-encoding is the caller's (our fetcher passes <see cref="Uri.AbsoluteUri"/>, which has done it).
    /// </summary>
    public static string Of(string url)
    {
        var start = url.StartsWith("//", StringComparison.Ordinal) ? 2 : 0;
        var early = url.AsSpan(start).IndexOfAny(PathStarts);
        var scheme = url.AsSpan(start).IndexOf("://", StringComparison.Ordinal);
        if (scheme >= 0 && !(early >= 0 && early < scheme))
        {
            var authority = start + scheme + 3;
            early = url.AsSpan(authority).IndexOfAny(PathStarts);
            early = early < 0 ? -1 : early + authority;
        }
        else
        {
            early = early < 0 ? -1 : early + start;
        }

        if (early < 0)
        {
            return "/";
        }

        var fragment = url.IndexOf('#', start);
        if (fragment >= 0 && fragment < early)
        {
            return "/";
        }

        var path = fragment < 0 ? url[early..] : url[early..fragment];
        return path[0] == '/' ? path : "/" + path;
    }
}
