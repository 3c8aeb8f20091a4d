namespace Scraper.Storage;

/// <summary>One step of the change sequence.</summary>
/// <param name="Seq">Its number; grows for ever, with gaps.</param>
/// <param name="Kind">What happened.</param>
/// <param name="ArticleId">To which article.</param>
/// <param name="Url">Its canonical URL.</param>
/// <param name="Site">Name of its site.</param>
/// <param name="At">When.</param>
/// <param name="Revision">The revision that it made; <see langword="null"/> for a deletion.</param>
public sealed record ArticleChange(long Seq, ChangeKind Kind, long ArticleId, string Url, string Site, DateTimeOffset At, int? Revision);
