namespace Scraper.Core.Labelling;

/// <summary>Columns Copy…: who else says what the block says.</summary>
internal static class CopyFeatures
{
    private const int MostCompared = 80;

    public static void Write(PageView view, FeatureTable table)
    {
        var signals = view.Signals;
        using var counts = new WordMap(view.Count);
        foreach (ref readonly var shape in view.Shapes.AsSpan())
        {
            counts.Count(shape.Folded);
        }

        using var seen = new WordMap(view.Count);
        using var shingles = Shingles(view);
        using var later = new LaterWords(view);
        var head = new HeadWords(signals, view.Words);
        for (var i = 0; i < view.Count; i++)
        {
            ref readonly var s = ref view.Shapes[i];
            var words = view.WordsOf(i);
            var numbers = view.WordNumbersOf(i);
            table[Feature.CopyCount, i] = Math.Min(counts[s.Folded], 8);
            table[Feature.CopyBefore, i] = seen.Count(s.Folded) == 1 ? 0 : 1;
            table[Feature.CopyIsTitle, i] = signals.Titles.Contains(s.Folded) ? 1 : 0;
            var hits = words.Length <= MostCompared ? head.In(numbers) : default;
            if (words.Length is > 0 and <= MostCompared)
            {
                table[Feature.CopyTitleShare, i] = hits.Title / (float)words.Length;
                table[Feature.CopyShareOfTitle, i] = Math.Min(1, hits.Title / (float)Math.Max(1, signals.TitleWords.Count));
                table[Feature.CopyDescription, i] = hits.Description / (float)words.Length;
                table[Feature.CopyOfDescription, i] = Math.Min(1, hits.Description / (float)Math.Max(1, signals.DescriptionWords.Count));
                table[Feature.CopyAuthor, i] = Math.Min(1, hits.Author / (float)Math.Max(1, Math.Min(words.Length, signals.AuthorWords.Count)));
            }

            table[Feature.CopyBody, i] = signals.BodyWords == 0 ? -1 : Body(words, signals.BodyShingles);
            table[Feature.CopyInLonger, i] = InLonger(words, shingles);
            table[Feature.CopySite, i] = words.Length <= MostCompared && signals.SiteWords.Count > 0 ? Math.Min(1, hits.Site / (float)signals.SiteWords.Count) : 0;
            (table[Feature.CopyWordsLater, i], table[Feature.CopyPairsLater, i]) = words.Length is >= 4 and <= MostCompared ? later.Shares(words, numbers, i) : (-1, -1);
        }
    }

    /// <summary>How often each three-word shingle stands on the page, in paragraphs of at least fifteen words.</summary>
    private static WordMap Shingles(PageView view)
    {
        var shingles = new WordMap(view.Words.Count);
        for (var i = 0; i < view.Count; i++)
        {
            var words = view.WordsOf(i);
            for (var k = 2; words.Length >= 15 && k < words.Length; k++)
            {
                shingles.Count(PageSignals.Shingle(words[k - 2], words[k - 1], words[k]));
            }
        }

        return shingles;
    }

    /// <summary>Share of a block's shingles that stand in another, longer text of the page.</summary>
    private static float InLonger(ReadOnlySpan<uint> words, WordMap shingles)
    {
        if (words.Length is < 4 or > MostCompared)
        {
            return 0;
        }

        var own = words.Length >= 15 ? 1 : 0;
        var hits = 0;
        for (var k = 2; k < words.Length; k++)
        {
            hits += shingles[PageSignals.Shingle(words[k - 2], words[k - 1], words[k])] > own ? 1 : 0;
        }

        return hits / (float)(words.Length - 2);
    }

    private static float Body(ReadOnlySpan<uint> words, HashSet<uint> body)
    {
        if (words.Length < 3)
        {
            return -0.5f;
        }

        var hits = 0;
        for (var k = 2; k < words.Length; k++)
        {
            hits += body.Contains(PageSignals.Shingle(words[k - 2], words[k - 1], words[k])) ? 1 : 0;
        }

        return hits / (float)(words.Length - 2);
    }
}
