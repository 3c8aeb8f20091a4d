namespace Scraper.Core.Labelling;

/// <summary>The odds of words in other languages than English, which are known under tokens of their own: "die" and "on" are other words there.</summary>
/// <param name="odds">What is known of tokens.</param>
internal sealed class ForeignOdds(ITokenOdds odds) : ITokenOdds
{
    public TokenOdd this[uint token] => odds[Token(token)];

    /// <summary>The token of a word, or of a phrase, of another language.</summary>
    public static uint Token(uint token) => TokenHash.Add(TokenHash.Foreign, token);

    public void Find(ReadOnlySpan<uint> tokens, Span<TokenOdd> found)
    {
        var foreign = new uint[tokens.Length];
        for (var i = 0; i < foreign.Length; i++)
        {
            foreign[i] = Token(tokens[i]);
        }

        odds.Find(foreign, found);
    }
}
