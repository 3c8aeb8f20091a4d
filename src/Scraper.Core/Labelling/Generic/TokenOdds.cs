using System.Collections.Frozen;

namespace Scraper.Core.Labelling;

/// <summary>Token odds as shipped with the model.</summary>
internal sealed class TokenOdds(IReadOnlyDictionary<uint, float> odds) : ITokenOdds
{
    private readonly FrozenDictionary<uint, float> _odds = odds.ToFrozenDictionary();

    public float this[uint token] => _odds.TryGetValue(token, out var value) ? value : 0;
}
