namespace Scraper.Core.Labelling;

/// <summary>Token odds as shipped with the model.</summary>
internal sealed class TokenOdds(IReadOnlyDictionary<uint, float> odds) : ITokenOdds
{
    private readonly TokenTable _tokens = new(odds.Keys);
    private readonly float[] _odds = [.. odds.Values];

    public float this[uint token] => _tokens.Find(token) is >= 0 and var at ? _odds[at] : 0;
}
