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
        using var page = new ReplacedText(html);
        foreach (var rewrite in rewrites)
        {
            var count = page.Span.Count(rewrite.Find);
            if (count == 0)
            {
                continue;
            }

            if (page.Span.Length + ((long)count * (rewrite.Replace.Length - rewrite.Find.Length)) > most)
            {
                leftOut.Add(new LeftOutRewrite(rewrite, "it would make the page more than four times as long and was left out"));
                continue;
            }

            page.Try(rewrite.Find, rewrite.Replace, count);
            if (LiteralText.LeftOpenBy(rewrite, page.Span, page.Tried) is { } element)
            {
                leftOut.Add(new LeftOutRewrite(rewrite, $"it would leave a <{element}> open, which swallows the rest of the page, and was left out"));
                continue;
            }

            page.Accept();
        }

        return new RewrittenPage(page.ToString(), leftOut);
    }
}
