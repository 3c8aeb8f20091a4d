namespace Scraper.Core.Sites;

/// <summary>A rewrite that was not made.</summary>
/// <param name="Rewrite">It.</param>
/// <param name="Reason">Why, in words.</param>
public sealed record LeftOutRewrite(SiteRewrite Rewrite, string Reason);
