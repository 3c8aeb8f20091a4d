using System.Collections.Frozen;

namespace Scraper.Core.Labelling;

/// <summary>Token odds as shipped with the model.</summary>
internal sealed class TokenOdds(IReadOnlyDictionary<uint, TokenOdd> odds) : ITokenOdds
{
    private readonly FrozenDictionary<uint, TokenOdd> _odds = odds.ToFrozenDictionary();

    public TokenOdd this[uint token] => _odds.TryGetValue(token, out var value) ? value : default;
}
