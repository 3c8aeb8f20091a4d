namespace Scraper.Fetching.Robots;

/// <summary>
/// Matches a path against a robots.txt pattern: <c>*</c> is any run of characters, <c>$</c> at the end anchors it (RFC 9309,
/// 2.2.3). Each literal part is taken at its leftmost place, which is right because only <c>*</c> stands between parts; so
/// there is no backtracking, and a part that is not found ends the search.
/// </summary>
internal static class RobotsPattern
{
    public static bool Matches(ReadOnlySpan<char> path, ReadOnlySpan<char> pattern)
    {
        var anchored = pattern.EndsWith('$');
        if (anchored)
        {
            pattern = pattern[..^1];
        }

        var first = true;
        while (true)
        {
            var star = pattern.IndexOf('*');
            var part = star < 0 ? pattern : pattern[..star];
            if (star < 0 && anchored)
            {
                return first ? path.SequenceEqual(part) : path.EndsWith(part, StringComparison.Ordinal);
            }

            var at = first ? (path.StartsWith(part, StringComparison.Ordinal) ? 0 : -1) : path.IndexOf(part, StringComparison.Ordinal);
            if (at < 0)
            {
                return false;
            }

            if (star < 0)
            {
                return true;
            }

            path = path[(at + part.Length)..];
            pattern = pattern[(star + 1)..];
            first = false;
        }
    }
}
