namespace Scraper.Benchmarks.Evaluation;

/// <summary>A field of a page that is not what the gold says.</summary>
/// <param name="Id">The page.</param>
/// <param name="Type">Its type.</param>
/// <param name="Field"><c>title</c>, <c>author</c> or <c>date</c>.</param>
/// <param name="Gold">What the gold says.</param>
/// <param name="Read">What was read, or empty.</param>
internal sealed record MetadataMiss(string Id, string Type, string Field, string Gold, string Read);
