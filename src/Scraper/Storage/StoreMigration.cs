namespace Scraper.Storage;

/// <summary>What bringing a store's tables to this version did.</summary>
/// <param name="Before">The schema's version before.</param>
/// <param name="After">The version now.</param>
/// <param name="Copy">Path of the copy of the old store; <see langword="null"/> where none was made.</param>
public sealed record StoreMigration(int Before, int After, string? Copy)
{
    /// <summary>For people.</summary>
    public override string ToString() => $"schema {Before} is now {After}{(Copy is null ? string.Empty : $"; the old file is {Copy}")}";
}
