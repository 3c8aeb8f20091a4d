using System.Collections.Frozen;

namespace Scraper.Core.Labelling;

/// <summary>Kind odds as shipped with the model.</summary>
internal sealed class KindOdds(IReadOnlyDictionary<uint, float[]> odds) : IKindOdds
{
    private readonly FrozenDictionary<uint, float[]> _odds = odds.ToFrozenDictionary();

    public ReadOnlySpan<float> this[uint token] => _odds.TryGetValue(token, out var values) ? values : default(ReadOnlySpan<float>);
}
