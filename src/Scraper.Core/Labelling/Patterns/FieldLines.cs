using System.Buffers;
using Scraper.Core.Blocks;
using Scraper.Core.Metadata;

namespace Scraper.Core.Labelling;

/// <summary>Tells the lines of a page that give nothing but a date, a time of day or who wrote.</summary>
/// <param name="book">The page's words.</param>
internal sealed class FieldLines(WordBook book)
{
    /// <summary>A line without digits names a writer only with a word that does one of these.</summary>
    private const WordUse Naming = WordUse.Byline | WordUse.BylineLabel | WordUse.BylineWeak | WordUse.BylineAfter | WordUse.BylineOther | WordUse.Role;

    /// <summary>Marks that part words for every reader, and apostrophes.</summary>
    private const string Marks = " \n\t\u00a0!\"#$%&()*+,-./:;<=>?@[\\]^_{|}~'’“”–—…«»·•";

    private static readonly WordTable<WordFacts> NamingWords = Namers();

    /// <summary>What a line consists of that its words tell all about.</summary>
    private static readonly SearchValues<char> Plain = SearchValues.Create(
        [.. Marks.Where(c => NamingWords.Find([c]) is null), .. Enumerable.Range('A', 26).SelectMany(c => new[] { (char)c, (char)(c | 0x20) })]);

    private readonly LineReader _line = new(string.Empty, language: null);
    private readonly List<bool> _names = [];

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

    /// <summary>Most lines are plain and name nobody, which their words tell without a reading token by token.</summary>
    private bool MayTell(string text, WordRun words)
    {
        for (var word = _names.Count; word < book.Count; word++)
        {
            _names.Add(NamingWords.Find(book.HashOf(word), book.Letters(word)) is not null);
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

    /// <summary>The words with which phrases start that name, as a page's words are written: without apostrophes.</summary>
    private static WordTable<WordFacts> Namers()
    {
        var namers = new Dictionary<string, WordFacts>(StringComparer.Ordinal);
        foreach (var facts in LanguageTable.Facts.All.Where(f => (f.Uses & Naming) != 0))
        {
            namers[facts.Text] = facts;
            foreach (var word in Words.Of(facts.Text))
            {
                namers[word] = facts;
            }
        }

        return new WordTable<WordFacts>([.. namers.Select(n => (n.Key, n.Value))]);
    }
}
