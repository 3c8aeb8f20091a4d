namespace Scraper.Storage;

/// <summary>A rule file that is kept in the store.</summary>
/// <param name="Name">Its path below the folder, with slashes.</param>
/// <param name="Text">What it says.</param>
public sealed record RuleFile(string Name, string Text);
