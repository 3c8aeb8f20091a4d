namespace Scraper.Core.Labelling;

/// <summary>Token odds as shipped with the model.</summary>
internal sealed class TokenOdds(IReadOnlyDictionary<uint, TokenOdd> odds) : ITokenOdds
{
    private readonly TokenTable _tokens = new(odds.Keys);
    private readonly TokenOdd[] _odds = [.. odds.Values];

    public TokenOdd this[uint token] => _tokens.Find(token) is >= 0 and var at ? _odds[at] : default;
}
