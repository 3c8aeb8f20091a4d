using System.Buffers;
using Scraper.Core.Metadata;

namespace Scraper.Core.Labelling;

/// <summary>Tells the lines of a page that give nothing but a date, a time of day or who wrote.</summary>
/// <param name="book">The page's words.</param>
internal sealed class FieldLines(WordBook book)
{
    /// <summary>A line of letters gives a date or a writer only with a word that does one of these.</summary>
    private const WordUse Telling = WordUse.Byline | WordUse.BylineLabel | WordUse.BylineWeak | WordUse.BylineAfter | WordUse.BylineOther | WordUse.Role | WordUse.Month | WordUse.Am | WordUse.Pm;

    /// <summary>Letters, and marks that part words for every reader and mean nothing by themselves.</summary>
    private static readonly SearchValues<char> Plain = SearchValues.Create(
        [.. Enumerable.Range(' ', 95).Select(c => (char)c).Where(c => char.IsAsciiLetter(c) || (!char.IsAsciiDigit(c) && c is not ('\'' or '`') && LanguageTable.Facts.Find([c]) is null)), '\n', '\t']);

    private readonly LineReader _line = new(string.Empty, language: null);
    private readonly List<bool> _tells = [];

    /// <summary>What a line gives, as a verdict, or <see langword="null"/>.</summary>
    /// <param name="text">The line.</param>
    /// <param name="words">Its words.</param>
    public Verdict? Read(string text, WordRun words)
    {
        if (!MayTell(text, words))
        {
            return null;
        }

        _line.Begin(text);
        return DateText.IsDateLine(_line) ? new Verdict(Label.Date, new Reason(ReasonKind.Pattern, "a line that is a date", 0.95))
            : ClockLine.IsMatch(text) ? new Verdict(Label.Date, new Reason(ReasonKind.Pattern, "a line that is a time of day", 0.9))
            : BylinePattern.IsByline(_line) ? new Verdict(Label.Byline, new Reason(ReasonKind.Pattern, "a line that names its author", 0.9))
            : null;
    }

    /// <summary>Most lines are plain and have no telling word, which is known by their words without reading them token by token.</summary>
    private bool MayTell(string text, WordRun words)
    {
        for (var word = _tells.Count; word < book.Count; word++)
        {
            _tells.Add(LanguageTable.Facts.Find(book.Letters(word)) is { } facts && (facts.Uses & Telling) != 0);
        }

        foreach (var word in words.Numbers)
        {
            if (_tells[word])
            {
                return true;
            }
        }

        return text.AsSpan().ContainsAnyExcept(Plain) || RunsIntoCapital(text);
    }

    /// <summary>"likeRELATED" is two words of the page, but one token.</summary>
    private static bool RunsIntoCapital(string text)
    {
        for (var i = 1; i < text.Length; i++)
        {
            if (char.IsAsciiLetterUpper(text[i]) && char.IsAsciiLetterLower(text[i - 1]))
            {
                return true;
            }
        }

        return false;
    }
}
