namespace Scraper.Fetching.Robots;

/// <summary>Remembers the longest allow and disallow patterns that match a path.</summary>
internal sealed class LongestMatch
{
    private int allow = -1;
    private int disallow = -1;

    /// <summary>Whether a pattern that is not empty matched.</summary>
    public bool Decides => allow > 0 || disallow > 0;

    /// <summary>Whether the path is allowed; allow wins a tie.</summary>
    public bool Allows => !Decides || allow >= disallow;

    public void Consider(RobotsLine line, string path)
    {
        if (line.Kind == RobotsLineKind.Disallow)
        {
            if (line.Value.Length > disallow && RobotsPattern.Matches(path, line.Value))
            {
                disallow = line.Value.Length;
            }
        }
        else if (line.Kind == RobotsLineKind.Allow)
        {
            ConsiderAllow(line.Value, path);
        }
    }

    private void ConsiderAllow(string pattern, string path)
    {
        if (RobotsPattern.Matches(path, pattern))
        {
            allow = Math.Max(allow, pattern.Length);
            return;
        }

        // Google: allowing /a/index.html allows /a/ too.
        var slash = pattern.LastIndexOf('/');
        if (slash >= 0 && pattern.AsSpan(slash).StartsWith("/index.htm", StringComparison.Ordinal)
            && RobotsPattern.Matches(path, pattern.AsSpan(0, slash + 1).ToString() + "$"))
        {
            allow = Math.Max(allow, slash + 2);
        }
    }
}
