namespace Scraper.Core.Labelling;

/// <summary>How much a token (a part of a class name, a word) speaks for or against body text.</summary>
internal interface ITokenOdds
{
    /// <summary>The token's odds; zeros for an unknown one.</summary>
    TokenOdd this[uint token] { get; }

    /// <summary>The odds of many tokens: side by side the look-ups wait for memory together.</summary>
    void Find(ReadOnlySpan<uint> tokens, Span<TokenOdd> odds)
    {
        for (var i = 0; i < tokens.Length; i++)
        {
            odds[i] = this[tokens[i]];
        }
    }
}
