namespace Scraper.Storage;

/// <summary>A place in the list of articles, newest first.</summary>
/// <param name="At">When the article there was published or, where the page gives no date, first seen; UTC, to the millisecond.</param>
/// <param name="Id">Its number, which orders articles of one moment.</param>
public readonly record struct ArticleCursor(DateTimeOffset At, long Id);
