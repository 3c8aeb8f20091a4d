namespace Scraper.Core.Blocks;

/// <summary>A formula of the page.</summary>
/// <param name="Tex">It in TeX, without dollars.</param>
/// <param name="IsDisplay">Whether it stands apart from its sentence.</param>
internal readonly record struct Formula(string Tex, bool IsDisplay);
