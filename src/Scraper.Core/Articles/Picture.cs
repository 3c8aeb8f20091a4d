namespace Scraper.Core.Articles;

/// <summary>A picture of the article that has a caption or credit.</summary>
/// <param name="Address">Absolute http or https address.</param>
/// <param name="Caption">What its caption says, without the credit; <see langword="null"/> if it has none.</param>
/// <param name="Credit">Who is said to have made it; <see langword="null"/> where markup does not tell it from the caption.</param>
public sealed record Picture(string Address, string? Caption, string? Credit);
