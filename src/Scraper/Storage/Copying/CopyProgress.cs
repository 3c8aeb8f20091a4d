namespace Scraper.Storage.Copying;

/// <summary>How far a copy is.</summary>
/// <param name="Doing">What is being done: <c>copy</c> or <c>verify</c>.</param>
/// <param name="Table">The table or view.</param>
/// <param name="Rows">Its rows that are done.</param>
public sealed record CopyProgress(string Doing, string Table, long Rows);
