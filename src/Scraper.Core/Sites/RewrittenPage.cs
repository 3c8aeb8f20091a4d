namespace Scraper.Core.Sites;

/// <summary>A page's source after its rule's rewrites.</summary>
/// <param name="Html">The source.</param>
/// <param name="LeftOut">The rewrites that were not made, with why.</param>
public sealed record RewrittenPage(string Html, IReadOnlyList<LeftOutRewrite> LeftOut);
