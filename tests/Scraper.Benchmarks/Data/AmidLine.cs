namespace Scraper.Benchmarks.Data;

/// <summary>A line as an outlet prints it amid its articles (<c>Lines/README.md</c>).</summary>
/// <param name="Language">ISO 639.</param>
/// <param name="IsText">Whether it is part of the article.</param>
/// <param name="Where">Where it stands: <c>start</c>, <c>mid</c> or <c>end</c>.</param>
/// <param name="Markup">One element.</param>
internal sealed record AmidLine(string Language, bool IsText, string Where, string Markup);
