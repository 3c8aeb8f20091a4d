namespace Scraper.Core.Sites;

/// <summary>Makes a rule's changes to a page's source before it is parsed.</summary>
public static class SiteRewriter
{
    /// <summary>How much longer than the page its rewritten form may get.</summary>
    private const int MostGrowth = 4;

    /// <summary>The page with every rewrite made in order, but for those that would make it more than four times as long, change it in more than 262,144 places or swallow the rest of it.</summary>
    /// <param name="html">The page.</param>
    /// <param name="rewrites">The changes.</param>
    public static RewrittenPage Rewrite(string html, IReadOnlyList<SiteRewrite> rewrites)
    {
        ArgumentNullException.ThrowIfNull(html);
        ArgumentNullException.ThrowIfNull(rewrites);
        var most = Math.Max(1 << 20, (long)html.Length * MostGrowth);
        var leftOut = new List<LeftOutRewrite>();
        var page = new PiecedText(html);
        foreach (var rewrite in rewrites)
        {
            var places = page.Find(rewrite.Find);
            if (places.Count == 0)
            {
                continue;
            }

            if (places.Count > PiecedText.MostPlaces)
            {
                leftOut.Add(new LeftOutRewrite(rewrite, $"it would change the page in more than {PiecedText.MostPlaces} places and was left out"));
                continue;
            }

            if (page.Length + ((long)places.Count * (rewrite.Replace.Length - rewrite.Find.Length)) > most)
            {
                leftOut.Add(new LeftOutRewrite(rewrite, "it would make the page more than four times as long and was left out"));
                continue;
            }

            var changed = page.Replace(rewrite.Find, places, rewrite.Replace);
            if (LiteralText.LeftOpenBy(rewrite, page, changed) is { } element)
            {
                leftOut.Add(new LeftOutRewrite(rewrite, $"it would leave a <{element}> open, which swallows the rest of the page, and was left out"));
                continue;
            }

            page = changed;
        }

        return new RewrittenPage(page.ToString(), leftOut);
    }
}
