namespace Scraper.Core.Sites;

/// <summary>Makes a rule's changes to a page's source before it is parsed.</summary>
public static class SiteRewriter
{
    /// <summary>How much longer than the page its rewritten form may get.</summary>
    private const int MostGrowth = 4;

    /// <summary>The page with every rewrite made in order. One that would make it more than four times as long is left out.</summary>
    /// <param name="html">The page.</param>
    /// <param name="rewrites">The changes.</param>
    public static string Rewrite(string html, IReadOnlyList<SiteRewrite> rewrites)
    {
        ArgumentNullException.ThrowIfNull(html);
        ArgumentNullException.ThrowIfNull(rewrites);
        var most = Math.Max(1 << 20, (long)html.Length * MostGrowth);
        foreach (var rewrite in rewrites)
        {
            if (html.Length + Growth(html, rewrite) <= most)
            {
                html = html.Replace(rewrite.Find, rewrite.Replace, StringComparison.Ordinal);
            }
        }

        return html;
    }

    private static long Growth(string html, SiteRewrite rewrite)
    {
        var longer = rewrite.Replace.Length - rewrite.Find.Length;
        if (longer <= 0)
        {
            return 0;
        }

        var count = 0L;
        for (var at = html.IndexOf(rewrite.Find, StringComparison.Ordinal); at >= 0; at = html.IndexOf(rewrite.Find, at + rewrite.Find.Length, StringComparison.Ordinal))
        {
            count++;
        }

        return count * longer;
    }
}
