using Scraper.Core.Blocks;

namespace Scraper.Core.Metadata;

/// <summary>A line read token by token, no further than it is asked for, with look-up of the phrases that start at a token.</summary>
internal sealed class LineReader
{
    /// <summary>Tokens of a short line: many are names.</summary>
    private const int Shortest = 6;

    private readonly LanguageWords? _language;
    private readonly WordTable<WordFacts> _facts = LanguageTable.Facts;
    private TextToken[] _tokens = [];
    private TextToken _end;
    private int _count;
    private int _next;

    public LineReader(string text, string? language)
    {
        Language = language;
        _language = LanguageTable.Find(language);
        Text = string.Empty;
        Begin(text);
    }

    public string Text { get; private set; }

    public string? Language { get; }

    /// <summary>How many tokens there are; to know it the whole line is read.</summary>
    public int Count
    {
        get
        {
            Has(int.MaxValue);
            return _count;
        }
    }

    /// <summary>The token at an index; an empty mark past either end.</summary>
    public ref readonly TextToken this[int index]
    {
        get
        {
            if ((uint)index < (uint)_count || Has(index))
            {
                return ref _tokens[index];
            }

            return ref _end;
        }
    }

    /// <summary>Goes on to another line; tokens of the one before are void.</summary>
    public void Begin(string text)
    {
        Text = text;
        _end = new TextToken(TextTokenKind.Mark, text.Length, text.Length, "\0", -1);
        _count = _next = 0;
    }

    /// <summary>Whether there is a token at an index.</summary>
    public bool Has(int index)
    {
        while (_count <= index && TextTokens.TryRead(Text, ref _next, _facts, out var token))
        {
            if (_count == _tokens.Length)
            {
                Array.Resize(ref _tokens, Math.Max(Shortest, _count * 2));
            }

            _tokens[_count++] = token;
        }

        return (uint)index < (uint)_count;
    }

    /// <summary>How many tokens the longest phrase of any language with one of these uses takes at an index; 0 for none.</summary>
    public int Match(int index, WordUse uses) => MayMatch(index, uses) ? Match(LanguageTable.Union, index, uses) : 0;

    /// <summary>As <see cref="Match(int, WordUse)"/>, only in the page's own language and English, or in any if it is unknown.</summary>
    public int MatchOwn(int index, WordUse uses) =>
        !MayMatch(index, uses) ? 0
        : _language is null ? Match(LanguageTable.Union, index, uses)
        : Math.Max(Match(_language, index, uses), Match(LanguageTable.English, index, uses));

    /// <summary>As <see cref="Match(int, WordUse)"/>, only in the page's own language; 0 where it is unknown.</summary>
    public int MatchPage(int index, WordUse uses) => _language is not null && MayMatch(index, uses) ? Match(_language, index, uses) : 0;

    /// <summary>How many tokens an "and" between names takes at an index; 0 for none.</summary>
    public int MatchAnd(int index) => Math.Max(MatchOwn(index, WordUse.And), MatchPage(index, WordUse.AndShort));

    /// <summary>The month (1–12) named at an index and the tokens it takes; the page's own language is asked first.</summary>
    public bool IsMonth(int index, out int month, out int length)
    {
        (month, length) = (0, 0);
        return this[index].Facts is { StartsMonth: true }
            && ((_language is not null && IsMonth(_language, index, out month, out length)) || IsMonth(LanguageTable.Union, index, out month, out length));
    }

    /// <summary>Whether a day or a time of day may start at a token: a number, a month, a half of the day.</summary>
    public bool MayBeWhen(int index)
    {
        ref readonly var token = ref this[index];
        return token.IsNumber || token.Facts is { StartsMonth: true } || (token.Facts is { } facts && (facts.Uses & (WordUse.Am | WordUse.Pm)) != 0);
    }

    private bool MayMatch(int index, WordUse uses) => this[index].Facts is { } facts && (facts.Uses & uses) != 0;

    private int Match(LanguageWords words, int index, WordUse uses)
    {
        for (var length = words.Uses.Longest(this, index); length > 0; length--)
        {
            if (words.Uses.TryGet(this, index, length, out var use) && (use & uses) != 0)
            {
                return length;
            }
        }

        return 0;
    }

    private bool IsMonth(LanguageWords words, int index, out int month, out int length)
    {
        for (length = words.Months.Longest(this, index); length > 0; length--)
        {
            if (words.Months.TryGet(this, index, length, out month))
            {
                return true;
            }
        }

        month = 0;
        return false;
    }
}
