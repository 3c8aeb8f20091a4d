namespace Scraper.Core.Labelling;

/// <summary>Picks the blocks that make the best expected text: not every page wants the same threshold.</summary>
internal static class TextSelection
{
    /// <summary>Blocks of a page are right or wrong together, which the expectation does not know: what it would just leave is more often text than not.</summary>
    private const float Leniency = 0.8f;

    /// <summary>
    /// The threshold that makes the expected F1 over words greatest: blocks are taken by falling probability, and
    /// after each the F1 is 2·Σ(p·w of the taken) / (Σ(w of the taken) + Σ(p·w of all)).
    /// </summary>
    /// <param name="probabilities">Of each block to be text.</param>
    /// <param name="words">Words of each block.</param>
    /// <returns>
    /// A threshold halfway between the last that is taken and the first that is not, so that whoever asks for a little
    /// more does not lose a block that stands far above the rest, and a fifth lower; and the greatest expected F1.
    /// </returns>
    public static (float Threshold, float ExpectedF1) Threshold(ReadOnlySpan<float> probabilities, ReadOnlySpan<int> words)
    {
        var order = new int[words.Length];
        var keys = new float[words.Length];
        double expected = 0;
        for (var i = 0; i < order.Length; i++)
        {
            order[i] = i;
            keys[i] = -probabilities[i];
            expected += probabilities[i] * words[i];
        }

        Array.Sort(keys, order);
        double hits = 0, taken = 0, best = -1;
        var threshold = 1f;
        for (var k = 0; k < order.Length; k++)
        {
            hits += probabilities[order[k]] * words[order[k]];
            taken += words[order[k]];
            var f1 = 2 * hits / Math.Max(1e-9, taken + expected);
            if (f1 > best)
            {
                var next = k + 1 < order.Length ? probabilities[order[k + 1]] : 0;
                (best, threshold) = (f1, (probabilities[order[k]] + next) / 2);
            }
        }

        return (Leniency * threshold, (float)Math.Max(0, best));
    }
}
