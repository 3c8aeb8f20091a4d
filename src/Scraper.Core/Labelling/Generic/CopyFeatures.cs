namespace Scraper.Core.Labelling;

/// <summary>Columns Copy…: who else says what the block says.</summary>
internal static class CopyFeatures
{
    private const int MostCompared = 80;

    public static void Write(PageView view, FeatureTable table)
    {
        var signals = view.Signals;
        var titleWords = signals.TitleWords;
        var counts = new Dictionary<uint, int>();
        foreach (var shape in view.Shapes)
        {
            counts[shape.Folded] = counts.GetValueOrDefault(shape.Folded) + 1;
        }

        var seen = new HashSet<uint>();
        var shingles = Shingles(view);
        var later = new LaterWords(view);
        for (var i = 0; i < view.Count; i++)
        {
            ref readonly var s = ref view.Shapes[i];
            var words = view.WordsOf(i);
            table[Feature.CopyCount, i] = Math.Min(counts[s.Folded], 8);
            table[Feature.CopyBefore, i] = seen.Add(s.Folded) ? 0 : 1;
            table[Feature.CopyIsTitle, i] = signals.Titles.Contains(s.Folded) ? 1 : 0;
            if (words.Length is > 0 and <= MostCompared)
            {
                table[Feature.CopyTitleShare, i] = Share(words, titleWords);
                table[Feature.CopyShareOfTitle, i] = Math.Min(1, Hits(words, titleWords) / (float)Math.Max(1, titleWords.Count));
                table[Feature.CopyDescription, i] = Share(words, signals.DescriptionWords);
                table[Feature.CopyOfDescription, i] = Math.Min(1, Hits(words, signals.DescriptionWords) / (float)Math.Max(1, signals.DescriptionWords.Count));
                table[Feature.CopyAuthor, i] = Math.Min(1, Hits(words, signals.AuthorWords) / (float)Math.Max(1, Math.Min(words.Length, signals.AuthorWords.Count)));
            }

            table[Feature.CopyBody, i] = signals.BodyWords == 0 ? -1 : Body(words, signals.BodyShingles);
            table[Feature.CopyInLonger, i] = InLonger(words, shingles);
            table[Feature.CopySite, i] = words.Length <= MostCompared && signals.SiteWords.Count > 0 ? Math.Min(1, Hits(words, signals.SiteWords) / (float)signals.SiteWords.Count) : 0;
            (table[Feature.CopyWordsLater, i], table[Feature.CopyPairsLater, i]) = words.Length is >= 4 and <= MostCompared ? later.Shares(words, i) : (-1, -1);
        }
    }

    /// <summary>How often each three-word shingle stands on the page, in paragraphs of at least fifteen words.</summary>
    private static Dictionary<uint, int> Shingles(PageView view)
    {
        var shingles = new Dictionary<uint, int>();
        for (var i = 0; i < view.Count; i++)
        {
            var words = view.WordsOf(i);
            for (var k = 2; words.Length >= 15 && k < words.Length; k++)
            {
                var shingle = PageSignals.Shingle(words[k - 2], words[k - 1], words[k]);
                shingles[shingle] = shingles.GetValueOrDefault(shingle) + 1;
            }
        }

        return shingles;
    }

    /// <summary>Share of a block's shingles that stand in another, longer text of the page.</summary>
    private static float InLonger(ReadOnlySpan<uint> words, Dictionary<uint, int> shingles)
    {
        if (words.Length is < 4 or > MostCompared)
        {
            return 0;
        }

        var own = words.Length >= 15 ? 1 : 0;
        var hits = 0;
        for (var k = 2; k < words.Length; k++)
        {
            hits += shingles.GetValueOrDefault(PageSignals.Shingle(words[k - 2], words[k - 1], words[k])) > own ? 1 : 0;
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

    private static float Share(ReadOnlySpan<uint> words, HashSet<uint> set) => set.Count == 0 ? 0 : Hits(words, set) / (float)words.Length;

    private static int Hits(ReadOnlySpan<uint> words, HashSet<uint> set)
    {
        var hits = 0;
        foreach (var word in words)
        {
            hits += set.Contains(word) ? 1 : 0;
        }

        return hits;
    }
}
