using System.Globalization;
using Scraper.Core.Metadata;

namespace Scraper.Core.Labelling;

/// <summary>Tells lines that are nothing but a person's name, or a name and where it was written from.</summary>
internal sealed class NameLine
{
    private const int Longest = 60;

    /// <summary>Words of a name in a script without capitals, and behind the name of a line that says from where.</summary>
    private const int MostUncased = 3;
    private const int MostBehind = 4;

    private readonly PersonName _person = new(language: null);
    private readonly AuthorNames _names = new(language: "en");

    /// <summary>"Ann Lee", "ANN LEE", "山田花子".</summary>
    public bool IsBare(string text) =>
        text.Length <= Longest && (IsCased(text) ? _person.IsFull(text) : text.Count(c => c == ' ') < MostUncased && text.All(c => char.IsLetter(c) || c == ' ' || char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark) && _person.IsPersonal(text));

    /// <summary>A bare name, or "Ann Lee at the town hall".</summary>
    public bool IsMatch(string text) =>
        IsBare(text)
        || (text.Length <= Longest && IsCased(text) && !Sentences.IsEnded(text) && _names.Parse(text) is [var name] && text.Length > name.Length && text.StartsWith(name, StringComparison.Ordinal) && text[name.Length] == ' '
            && _person.IsFull(name) && text.AsSpan(name.Length).Count(' ') <= MostBehind);

    /// <summary>Whether a line names somebody who wrote, and not only who helped.</summary>
    public bool IsByline(OutlineLine line) => line.Known == Label.Byline && _names.Parse(line.Block.Text).Count > 0;

    /// <summary>Whether a line says what somebody is: a role, or a line that begins with the name.</summary>
    public static bool IsAbout(string name, string text) =>
        text.Length <= Longest && (text.StartsWith(name + " ", StringComparison.Ordinal) || IsRole(text));

    /// <summary>Whether a line is a role: "Political editor".</summary>
    public static bool IsRole(string text) =>
        text.Length <= Longest && new LineReader(text, null) is { Count: > 0 and <= MostBehind } line && Enumerable.Range(0, line.Count).Any(i => line.Match(i, WordUse.Role) == line.Count - i);

    private static bool IsCased(string text) => char.GetUnicodeCategory(text[0]) != UnicodeCategory.OtherLetter;
}
