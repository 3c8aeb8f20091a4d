namespace Scraper.Core.Metadata;

/// <summary>A line read token by token, no further than it is asked for, with look-up of the phrases that start at a token.</summary>
internal sealed class LineReader
{
    private readonly List<TextToken> _tokens = new(8);
    private readonly LanguageWords? _language;
    private int _next;

    public LineReader(string text, string? language)
    {
        Text = text;
        Language = language;
        _language = LanguageTable.Find(language);
    }

    public string Text { get; }

    public string? Language { get; }

    /// <summary>How many tokens there are; to know it the whole line is read.</summary>
    public int Count
    {
        get
        {
            Has(int.MaxValue);
            return _tokens.Count;
        }
    }

    /// <summary>The token at an index; an empty mark past either end.</summary>
    public TextToken this[int index] =>
        Has(index) ? _tokens[index] : new TextToken(TextTokenKind.Mark, Text.Length, Text.Length, "\0", -1);

    /// <summary>Whether there is a token at an index.</summary>
    public bool Has(int index)
    {
        while (_tokens.Count <= index && TextTokens.TryRead(Text, ref _next, LanguageTable.Facts, out var token))
        {
            _tokens.Add(token);
        }

        return (uint)index < (uint)_tokens.Count;
    }

    /// <summary>How many tokens the longest phrase of any language with one of these uses takes at an index; 0 for none.</summary>
    public int Match(int index, WordUse uses) => MayMatch(index, uses) ? Match(LanguageTable.Union, index, uses) : 0;

    /// <summary>As <see cref="Match(int, WordUse)"/>, only in the page's own language and English, or in any if it is unknown.</summary>
    public int MatchOwn(int index, WordUse uses) =>
        !MayMatch(index, uses) ? 0
        : _language is null ? Match(LanguageTable.Union, index, uses)
        : Math.Max(Match(_language, index, uses), Match(LanguageTable.English, index, uses));

    /// <summary>The month (1–12) named at an index and the tokens it takes; the page's own language is asked first.</summary>
    public bool IsMonth(int index, out int month, out int length)
    {
        (month, length) = (0, 0);
        return this[index].Facts is { StartsMonth: true }
            && ((_language is not null && IsMonth(_language, index, out month, out length)) || IsMonth(LanguageTable.Union, index, out month, out length));
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
