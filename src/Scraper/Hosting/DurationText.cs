using System.Globalization;
using System.Text.RegularExpressions;

namespace Scraper.Hosting;

/// <summary>A duration as people write it.</summary>
internal static partial class DurationText
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(3660);

    private static readonly Dictionary<string, double> Seconds = new(StringComparer.Ordinal) { ["ms"] = 0.001, ["s"] = 1, ["m"] = 60, ["h"] = 3600, ["d"] = 86400 };

    /// <summary>Reads <c>500ms</c>, <c>1.5s</c>, <c>1h30m</c>, <c>2d</c>, or .NET's own form <c>00:00:30</c>; at most ten years, never negative.</summary>
    public static bool TryParse(string text, out TimeSpan duration)
    {
        if (text == "0" || text.Contains(':', StringComparison.Ordinal))
        {
            return TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out duration) && duration >= TimeSpan.Zero && duration <= Longest;
        }

        duration = TimeSpan.Zero;
        var parts = Parts().Match(text);
        var seconds = parts.Groups["number"].Captures
            .Zip(parts.Groups["unit"].Captures, (n, u) => double.Parse(n.Value, CultureInfo.InvariantCulture) * Seconds[u.Value])
            .Sum();
        if (!parts.Success || seconds > Longest.TotalSeconds)
        {
            return false;
        }

        duration = TimeSpan.FromSeconds(seconds);
        return true;
    }

    [GeneratedRegex(@"\A\s*(?:(?<number>[0-9]{1,12}(?:\.[0-9]{1,6})?)\s*(?<unit>ms|s|m|h|d)\s*)+\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Parts();
}
