using System.Text.RegularExpressions;

namespace Scraper.Core.Sites;

/// <summary>A way to write a value of a cron field that is neither number, name, range nor step, such as <c>L</c> or <c>15W</c>; capitals or not.</summary>
/// <param name="pattern">A regular expression for the whole of it.</param>
internal sealed class CronPattern(string pattern)
{
    private readonly Regex _whole = new($@"\A(?:{pattern})\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);

    /// <summary>Whether a text is written so.</summary>
    public bool Allows(string text) => _whole.IsMatch(text);
}
