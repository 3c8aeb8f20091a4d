namespace Scraper.Core.Metadata;

/// <summary>A tokenised line with look-up of the phrases that start at a token.</summary>
internal sealed class LineReader
{
    private readonly List<TextToken> _tokens;
    private readonly LanguageWords? _language;

    public LineReader(string text, string? language)
    {
        Text = text;
        Language = language;
        _tokens = TextTokens.Of(text);
        _language = LanguageTable.Find(language);
    }

    public string Text { get; }

    public string? Language { get; }

    public int Count => _tokens.Count;

    /// <summary>The token at an index; an empty mark past either end.</summary>
    public TextToken this[int index] =>
        (uint)index < (uint)_tokens.Count ? _tokens[index] : new TextToken(TextTokenKind.Mark, Text.Length, Text.Length, "\0", -1);

    /// <summary>How many tokens the longest phrase of any language with one of these uses takes at an index; 0 for none.</summary>
    public int Match(int index, WordUse uses) => Match(LanguageTable.Union, index, uses);

    /// <summary>As <see cref="Match(int, WordUse)"/>, only in the page's own language and English, or in any if it is unknown.</summary>
    public int MatchOwn(int index, WordUse uses) =>
        _language is null
            ? Match(index, uses)
            : Math.Max(Match(_language, index, uses), Match(LanguageTable.Find("en")!, index, uses));

    /// <summary>The month (1–12) named at an index and the tokens it takes; the page's own language is asked first.</summary>
    public bool IsMonth(int index, out int month, out int length)
    {
        foreach (var words in (ReadOnlySpan<LanguageWords?>)[_language, LanguageTable.Union])
        {
            if (words is not null && words.Months.At(_tokens, index).FirstOrDefault() is { Length: > 0 } found)
            {
                (month, length) = found;
                return true;
            }
        }

        (month, length) = (0, 0);
        return false;
    }

    private int Match(LanguageWords words, int index, WordUse uses)
    {
        foreach (var (use, length) in words.Uses.At(_tokens, index))
        {
            if ((use & uses) != 0)
            {
                return length;
            }
        }

        return 0;
    }
}
