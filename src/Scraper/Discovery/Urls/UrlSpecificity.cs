using System.Text.RegularExpressions;

namespace Scraper.Discovery;

/// <summary>How specific a page an address names, as far as its wording tells: a front page, something named by plain words, or one page by number or headline.</summary>
internal sealed partial class UrlSpecificity
{
    /// <summary>A single word of so many characters is a headline without blanks, or a hash.</summary>
    private const int LongWord = 24;

    /// <summary>The same of a word with letters and digits.</summary>
    private const int LongCode = 8;

    private readonly string[] _segments;
    private readonly HashSet<string> _naming;

    private UrlSpecificity(string[] segments, IEnumerable<string> naming)
    {
        _segments = segments;
        _naming = [.. naming];
    }

    /// <summary>0 for a front page of site or language, 1 for a page named by plain words (a section, or an article of one word), 2 for one named by number or headline.</summary>
    public int Level => Depth == 0 ? 0 : _segments.Any(IsOfOnePage) || _naming.Any(IsOfOnePage) ? 2 : 1;

    /// <summary>Parts of the path and of the query that say which page it is.</summary>
    public int Depth => _segments.Length + _naming.Count;

    /// <summary>Reads an address.</summary>
    /// <param name="url">An absolute http or https URL.</param>
    public static UrlSpecificity Of(Uri url) => new(
        [.. url.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(Uri.UnescapeDataString).Where(s => !FrontPageNames.Contains(s))],
        url.Query.TrimStart('?').Split('&').Select(pair => pair[(pair.IndexOf('=', StringComparison.Ordinal) + 1)..]).Select(Uri.UnescapeDataString)
            .Where(value => value.Count(char.IsAsciiDigit) > 1 || IsOfOnePage(value)));

    /// <summary>Whether both have the same last part of the path, as <c>/amp/story</c> and <c>/story</c>.</summary>
    public bool EndsLike(UrlSpecificity other) => _segments.Length > 0 && other._segments.Length > 0 && _segments[^1] == other._segments[^1] && other._naming.IsSubsetOf(_naming);

    /// <summary>Whether the other address stands below this one, as an article below its section, and this one names no single page by its last part.</summary>
    public bool IsSectionOf(UrlSpecificity other) =>
        _segments.Length <= other._segments.Length
        && other._segments.AsSpan(0, _segments.Length).SequenceEqual(_segments)
        && (_segments.Length < other._segments.Length || !other._naming.IsSubsetOf(_naming))
        && !(_segments.Length > 0 && IsOfOnePage(_segments[^1]))
        && !_naming.Any(IsOfOnePage);

    private static bool IsOfOnePage(string part) =>
        !Day().IsMatch(part)
        && (Number().IsMatch(part)
            || Words(part) >= 3
            || part.Length >= LongWord
            || (part.Length >= LongCode && part.Any(char.IsAsciiDigit) && part.Any(char.IsLetter)));

    private static int Words(string part) =>
        part.Split(['-', '_', '+', ' ', ',', '.'], StringSplitOptions.RemoveEmptyEntries).Count(word => word.Any(char.IsLetter));

    /// <summary>What an archive of days and a list of pages are called.</summary>
    [GeneratedRegex("^(?:19|20)[0-9]{2}[-_.]?[0-9]{0,2}[-_.]?[0-9]{0,2}$", RegexOptions.NonBacktracking)]
    private static partial Regex Day();

    [GeneratedRegex("[0-9]{5}", RegexOptions.NonBacktracking)]
    private static partial Regex Number();
}
