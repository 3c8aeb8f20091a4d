namespace Scraper.Storage;

/// <summary>What <c>scraper db migrate</c> did.</summary>
/// <param name="Before">The schema's version before.</param>
/// <param name="After">The version now.</param>
/// <param name="Copy">Path of the copy of the old store; <see langword="null"/> where none was made.</param>
public sealed record StoreMigration(int Before, int After, string? Copy);
