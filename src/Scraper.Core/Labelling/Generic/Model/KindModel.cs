namespace Scraper.Core.Labelling;

/// <summary>Tells page kinds: one ensemble a kind over the page's row.</summary>
internal sealed class KindModel(TreeEnsemble[] ensembles)
{
    public TreeEnsemble[] Ensembles { get; } = ensembles;

    /// <summary>Probability of each kind; they sum to 1.</summary>
    public float[] Probabilities(ReadOnlySpan<float> row)
    {
        var p = new float[Ensembles.Length];
        float sum = 0;
        for (var k = 0; k < p.Length; k++)
        {
            p[k] = TreeEnsemble.Probability(Ensembles[k].Score(row));
            sum += p[k];
        }

        for (var k = 0; k < p.Length; k++)
        {
            p[k] /= sum;
        }

        return p;
    }
}
