namespace Scraper.Storage;

/// <summary>An error for which a rule file is refused.</summary>
/// <param name="File">Path of the file.</param>
/// <param name="Line">Line from 1; 0 for the file as a whole.</param>
/// <param name="Column">Column from 1; 0 for the line as a whole.</param>
/// <param name="Key">The key it is about, dotted, or empty.</param>
/// <param name="Message">What is wrong and what to do about it.</param>
/// <param name="HasLastGood">Whether the file's last good rule is in force; without one its site has no rule.</param>
/// <param name="Since">When it was first seen.</param>
public sealed record RuleFileProblem(string File, int Line, int Column, string Key, string Message, bool HasLastGood, DateTimeOffset Since);
