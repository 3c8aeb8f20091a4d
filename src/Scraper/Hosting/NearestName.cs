namespace Scraper.Hosting;

/// <summary>What somebody who mistyped a key may have meant.</summary>
internal static class NearestName
{
    /// <summary><c>did you mean "Delay"?</c>, or the known names where none is close.</summary>
    public static string Hint(string written, IReadOnlyCollection<string> known)
    {
        var (name, distance) = known.Select(k => (k, Distance(written, k))).MinBy(k => k.Item2);
        return distance <= Math.Max(2, name.Length / 3) ? $"did you mean \"{name}\"?" : $"known are {string.Join(", ", known)}";
    }

    /// <summary>Levenshtein distance without case; long names are cut.</summary>
    private static int Distance(string a, string b)
    {
        a = a.Length > 60 ? a[..60] : a;
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var change = diagonal + (char.ToUpperInvariant(a[i - 1]) == char.ToUpperInvariant(b[j - 1]) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(change, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[b.Length];
    }
}
