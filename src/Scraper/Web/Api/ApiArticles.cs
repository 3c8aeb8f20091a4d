namespace Scraper.Web.Api;

/// <summary>Articles in the order of their change sequence.</summary>
/// <param name="Articles">At most as many as asked for.</param>
/// <param name="Next">What to give as <c>after</c> next time; the same as given where there was nothing new.</param>
internal sealed record ApiArticles(IReadOnlyList<ApiArticle> Articles, long Next);
