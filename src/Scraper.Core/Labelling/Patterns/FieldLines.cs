using System.Buffers;
using Scraper.Core.Blocks;
using Scraper.Core.Metadata;

namespace Scraper.Core.Labelling;

/// <summary>Tells the lines of a page that give nothing but a date, a time of day or who wrote.</summary>
/// <param name="book">The page's words.</param>
/// <param name="language">The language that the page is in, as BCP 47 tag; asked only where a line opens with a "by" of one language alone.</param>
internal sealed class FieldLines(WordBook book, Lazy<string?>? language = null)
{
    /// <summary>A line without digits names a writer only with a word that does one of these.</summary>
    private const WordUse Naming = WordUse.Byline | WordUse.BylineLabel | WordUse.BylineWeak | WordUse.BylineAfter | WordUse.BylineOther | WordUse.Role;

    /// <summary>Marks that part words for every reader, and apostrophes.</summary>
    private const string Marks = " \n\t\u00a0!\"#$%&()*+,-./:;<=>?@[\\]^_{|}~'’“”–—…«»·•";

    private static readonly WordTable<string> Namers = NamersOf(LanguageTable.Union.Uses.All.Where(p => (p.Value & Naming) != 0).Select(p => p.Key));

    /// <summary>First words of the phrases that are a "by" in one language alone.</summary>
    private static readonly WordTable<string> Openers = new([.. LanguageTable.Union.Uses.All.Where(p => (p.Value & WordUse.BylineShort) != 0).SelectMany(p => Words.Of(p.Key).Take(1)).Distinct(StringComparer.Ordinal).Select(w => (w, w))]);

    /// <summary>Longest line that a "by" of one language alone opens, in UTF-16 code units.</summary>
    private const int LongestShort = 80;

    private static readonly Verdict Byline = new(Label.Byline, new Reason(ReasonKind.Pattern, "a line that names its author", 0.9));

    /// <summary>Digits of the shortest number that is a year by itself.</summary>
    private const int YearDigits = 4;

    /// <summary>What a line consists of that its words tell all about, but for when.</summary>
    private static readonly SearchValues<char> Plain = SearchValues.Create(
        [.. Marks.Where(c => !LanguageTable.Union.Uses.All.ContainsKey(c.ToString())), .. "0123456789", .. Enumerable.Range('A', 26).SelectMany(c => new[] { (char)c, (char)(c | 0x20) })]);

    private readonly LineReader _line = new(string.Empty, language: null);
    private readonly List<bool> _names = [];

    /// <summary>What a line gives, as a verdict, or <see langword="null"/>.</summary>
    /// <param name="text">The line.</param>
    /// <param name="words">Its words.</param>
    /// <param name="isHeading">Whether it is a heading: a role in one ("Expert advice") makes no byline of it.</param>
    public Verdict? Read(string text, WordRun words, bool isHeading = false) =>
        SignOff.IsMatch(text) ? Byline : Known(text, words, isHeading) ?? (!isHeading && IsOwnByline(text, words) ? Byline : null);

    // "Na Amina Juma": by its own language's words.
    private bool IsOwnByline(string text, WordRun words) =>
        text.Length <= LongestShort && words.Numbers is [var first, _, ..] && Openers.Find(book.HashOf(first), book.Letters(first)) is not null && language?.Value is { } own
        && new LineReader(text, own) is var line && line.MatchPage(0, WordUse.BylineShort) > 0 && BylinePattern.IsByline(line);

    private Verdict? Known(string text, WordRun words, bool isHeading)
    {
        var mayName = MayName(text, words);
        var numbers = mayName ? 0 : Numbers(text);
        if (!mayName && numbers == 0)
        {
            return null;
        }

        _line.Begin(text);
        return DateText.IsDateLine(_line) ? new Verdict(Label.Date, new Reason(ReasonKind.Pattern, "a line that is a date", 0.95))
            : ClockLine.IsMatch(text) ? new Verdict(Label.Date, new Reason(ReasonKind.Pattern, "a line that is a time of day", 0.9))
            : !mayName && numbers == 1 ? null
            : BylinePattern.IsByline(_line) && !((isHeading || LeadsIn(text)) && BylineShape.Of(_line) is { Opening: WordUse.None, HasDate: false, HasSuffix: false }) ? Byline
            : DateText.IsStamp(_line) ? new Verdict(Label.Date, new Reason(ReasonKind.Pattern, "a line that is a date with a time and a few words", 0.85))
            : null;
    }

    // "Ann Lee, Senior Director of Parks:" leads in what she says.
    private static bool LeadsIn(string text) => text[^1] is ':' or '：';

    /// <summary>Most lines are plain and name nobody, unless somebody is named beside a date, which their words tell without a reading token by token.</summary>
    private bool MayName(string text, WordRun words)
    {
        for (var word = _names.Count; word < book.Count; word++)
        {
            _names.Add(Namers.Find(book.HashOf(word), book.Letters(word)) is not null);
        }

        foreach (var word in words.Numbers)
        {
            if (_names[word])
            {
                return true;
            }
        }

        return text.AsSpan().ContainsAnyExcept(Plain) || RunsIntoCapital(text);
    }

    /// <summary>The numbers of a plain line; one that may be a year counts as two, for it takes two more or a month's name to make a date.</summary>
    private static int Numbers(string text)
    {
        int numbers = 0, digits = 0;
        foreach (var c in text)
        {
            digits = char.IsAsciiDigit(c) ? digits + 1 : 0;
            numbers += digits is 1 or YearDigits ? 1 : 0;
        }

        return numbers;
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

    /// <summary>Words of which every phrase that names has one, as a page's words are written: of several words the longest, which fewest other lines have.</summary>
    private static WordTable<string> NamersOf(IEnumerable<string> phrases)
    {
        var namers = new HashSet<string>(StringComparer.Ordinal);
        foreach (var words in phrases.Select(Words.Of).Where(w => w.Count > 0).OrderBy(w => w.Count))
        {
            if (!words.Any(namers.Contains))
            {
                namers.Add(words.MaxBy(w => w.Length)!);
            }
        }

        return new WordTable<string>([.. namers.Select(n => (n, n))]);
    }
}
