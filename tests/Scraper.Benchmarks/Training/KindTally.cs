using System.Runtime.InteropServices;
using Scraper.Benchmarks.Data;
using Scraper.Core.Labelling;

namespace Scraper.Benchmarks.Training;

/// <summary>For each token on how many pages of each kind it stands.</summary>
internal sealed class KindTally
{
    private const int FewestPages = 4;
    private const float Prior = 3;
    private readonly Dictionary<uint, float[]> _counts = [];
    private readonly float[] _pages = new float[PageRow.Kinds];

    public static int KindOf(BenchmarkPage page) => (int)Enum.Parse<PageKind>(page.Kind, ignoreCase: true);

    public static KindTally Of(IEnumerable<TrainingPage> pages)
    {
        var tally = new KindTally();
        foreach (var page in pages)
        {
            var kind = KindOf(page.Page);
            tally._pages[kind]++;
            foreach (var token in page.Tokens)
            {
                ref var counts = ref CollectionsMarshal.GetValueRefOrAddDefault(tally._counts, token, out _);
                counts ??= new float[PageRow.Kinds];
                counts[kind]++;
            }
        }

        return tally;
    }

    /// <summary>The odds as a page of a host may see them.</summary>
    public IKindOdds Without(KindTally? host) => new HostlessOdds(this, host);

    /// <summary>The odds of every token on enough pages.</summary>
    public Dictionary<uint, float[]> Odds()
    {
        var odds = new HostlessOdds(this, null);
        return _counts.Keys.Where(t => !odds[t].IsEmpty).ToDictionary(t => t, t => odds[t].ToArray());
    }

    private sealed class HostlessOdds(KindTally all, KindTally? host) : IKindOdds
    {
        public ReadOnlySpan<float> this[uint token]
        {
            get
            {
                if (!all._counts.TryGetValue(token, out var counts))
                {
                    return default;
                }

                var own = host is not null && host._counts.TryGetValue(token, out var o) ? o : null;
                var pages = counts.Sum() - (own?.Sum() ?? 0);
                if (pages < FewestPages)
                {
                    return default;
                }

                var odds = new float[PageRow.KindsWidth];
                var total = all._pages.Sum();
                for (var k = 0; k < PageRow.Kinds; k++)
                {
                    var p = Math.Clamp(all._pages[k] / total, 0.01f, 0.99f);
                    var n = counts[k] - (own?[k] ?? 0);
                    odds[k] = MathF.Round(16 * (MathF.Log((n + (Prior * p)) / (pages - n + (Prior * (1 - p)))) - MathF.Log(p / (1 - p)))) / 16;
                }

                return odds;
            }
        }
    }
}
