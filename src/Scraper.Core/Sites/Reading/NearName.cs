namespace Scraper.Core.Sites;

/// <summary>Finds the name somebody meant when they mistyped one.</summary>
public static class NearName
{
    /// <summary>The closest known name, or <see langword="null"/> if none is close.</summary>
    public static string? Find(string written, IEnumerable<string> known)
    {
        if (written.Length > 40)
        {
            return null;
        }

        var (best, distance) = known.Select(k => (k, Distance(written, k))).DefaultIfEmpty((string.Empty, int.MaxValue)).MinBy(p => p.Item2);
        return distance <= Math.Max(1, Math.Min(written.Length, best.Length) / 3) ? best : null;
    }

    /// <summary><c>"; did you mean "x"?"</c>, or the known names where none is close.</summary>
    public static string Hint(string written, IReadOnlyCollection<string> known) =>
        Find(written, known) is { } near ? $"did you mean \"{near}\"?" : "known are " + string.Join(", ", known);

    /// <summary>Optimal string alignment distance: insert, delete, change, swap neighbours.</summary>
    private static int Distance(string a, string b)
    {
        var table = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        {
            for (var j = 0; j <= b.Length; j++)
            {
                table[i, j] = i == 0 ? j : j == 0 ? i : Math.Min(
                    Math.Min(table[i - 1, j], table[i, j - 1]) + 1,
                    table[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    table[i, j] = Math.Min(table[i, j], table[i - 2, j - 2] + 1);
                }
            }
        }

        return table[a.Length, b.Length];
    }
}
