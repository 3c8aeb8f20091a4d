namespace Scraper.Core.Labelling;

/// <summary>Kind odds as shipped with the model.</summary>
/// <param name="tokens">Different tokens, in ascending order.</param>
/// <param name="odds">For each token a row of its odds, a kind after the other, <see cref="PageRow.KindsWidth"/> wide.</param>
internal sealed class KindOdds(uint[] tokens, float[] odds) : IKindOdds
{
    private readonly TokenTable _places = new(tokens);

    public ReadOnlySpan<uint> Tokens => tokens;

    public ReadOnlySpan<float> this[uint token] => _places.Find(token) is >= 0 and var at ? odds.AsSpan(at * PageRow.KindsWidth, PageRow.KindsWidth) : default;

    /// <summary>Odds as the model's file has them.</summary>
    public static KindOdds Unpacked(uint[] tokens, ReadOnlySpan<sbyte> packed)
    {
        var odds = new float[tokens.Length * PageRow.KindsWidth];
        for (var i = 0; i < packed.Length; i++)
        {
            odds[(i / PageRow.Kinds * PageRow.KindsWidth) + (i % PageRow.Kinds)] = packed[i] / GenericModel.Step;
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
