namespace Scraper.Core.Sites;

/// <summary>Makes a rule's changes to a page's source before it is parsed.</summary>
public static class SiteRewriter
{
    /// <summary>How much longer than the page its rewritten form may get.</summary>
    private const int MostGrowth = 4;

    /// <summary>The page with every rewrite made in order, but for those that would make it more than four times as long or swallow the rest of it.</summary>
    /// <param name="html">The page.</param>
    /// <param name="rewrites">The changes.</param>
    public static RewrittenPage Rewrite(string html, IReadOnlyList<SiteRewrite> rewrites)
    {
        ArgumentNullException.ThrowIfNull(html);
        ArgumentNullException.ThrowIfNull(rewrites);
        var most = Math.Max(1 << 20, (long)html.Length * MostGrowth);
        var leftOut = new List<LeftOutRewrite>();
        foreach (var rewrite in rewrites)
        {
            if (html.Length + Growth(html, rewrite) > most)
            {
                leftOut.Add(new LeftOutRewrite(rewrite, "it would make the page more than four times as long and was left out"));
                continue;
            }

            var rewritten = html.Replace(rewrite.Find, rewrite.Replace, StringComparison.Ordinal);
            if (!ReferenceEquals(rewritten, html) && LiteralText.LeftOpenBy(rewrite, html, rewritten) is { } element)
            {
                leftOut.Add(new LeftOutRewrite(rewrite, $"it would leave a <{element}> open, which swallows the rest of the page, and was left out"));
                continue;
            }

            html = rewritten;
        }

        return new RewrittenPage(html, leftOut);
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
