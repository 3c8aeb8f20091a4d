namespace Scraper.Storage;

/// <summary>What became of a saved page, and where.</summary>
/// <param name="Outcome">What became of it.</param>
/// <param name="ArticleId">Number of the article that it is, or belongs to.</param>
/// <param name="Url">That article's canonical URL.</param>
/// <param name="ChangeSeq">The article's change number, old or new.</param>
/// <param name="Detail">Why, for people: <c>body shrank from 5,120 to 310 characters</c>.</param>
public sealed record SaveResult(SaveOutcome Outcome, long ArticleId, string Url, long ChangeSeq, string? Detail = null);
