namespace Scraper.Core.Labelling;

/// <summary>Kind odds as shipped with the model.</summary>
internal sealed class KindOdds(IReadOnlyDictionary<uint, float[]> odds) : IKindOdds
{
    private readonly TokenTable _tokens = new(odds.Keys);
    private readonly float[] _odds = [.. odds.Values.SelectMany(o => o)];

    public ReadOnlySpan<float> this[uint token] => _tokens.Find(token) is >= 0 and var at ? _odds.AsSpan(at * PageRow.Kinds, PageRow.Kinds) : default;
}
