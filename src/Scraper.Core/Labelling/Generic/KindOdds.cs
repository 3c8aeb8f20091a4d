namespace Scraper.Core.Labelling;

/// <summary>Kind odds as shipped with the model.</summary>
/// <param name="tokens">Different tokens, in ascending order.</param>
/// <param name="odds">For each token its odds, a kind after the other.</param>
internal sealed class KindOdds(uint[] tokens, float[] odds) : IKindOdds
{
    private readonly TokenTable _places = new(tokens);

    public ReadOnlySpan<uint> Tokens => tokens;

    public ReadOnlySpan<float> this[uint token] => _places.Find(token) is >= 0 and var at ? odds.AsSpan(at * PageRow.Kinds, PageRow.Kinds) : default;

    /// <summary>Odds as the model's file has them.</summary>
    public static KindOdds Unpacked(uint[] tokens, ReadOnlySpan<sbyte> packed)
    {
        var odds = new float[packed.Length];
        for (var i = 0; i < odds.Length; i++)
        {
            odds[i] = packed[i] / GenericModel.Step;
        }

        return new KindOdds(tokens, odds);
    }

    /// <summary>Odds that were just learnt.</summary>
    public static KindOdds Of(IReadOnlyDictionary<uint, float[]> learnt)
    {
        var sorted = learnt.OrderBy(o => o.Key).ToList();
        return new KindOdds([.. sorted.Select(o => o.Key)], [.. sorted.SelectMany(o => o.Value)]);
    }
}
