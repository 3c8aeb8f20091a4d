namespace Scraper.Core.Drift;

/// <summary>The questions that are asked of a page's figures, each with what was usual.</summary>
/// <param name="baseline">The figures of when all was well.</param>
internal sealed class DriftQuestions(IReadOnlyList<PageFigures> baseline)
{
    private readonly Spread _length = Spread.Of(baseline.Where(f => f.Length > 0).Select(f => Math.Log(f.Length)));
    private readonly Spread _kept = Spread.Of(baseline.Select(f => f.Kept));
    private readonly Spread _links = Spread.Of(baseline.Select(f => f.Links));
    private readonly Spread _agreement = Spread.Of(baseline.Select(f => f.Agreement));
    private readonly Spread _headlines = Spread.Of(baseline.Select(f => (double)f.Headlines));
    private readonly Spread _captionLike = Spread.Of(baseline.Select(f => (double)f.CaptionLike));
    private readonly Dictionary<string, int> _titles = Count(baseline.Select(f => f.Title));
    private readonly Dictionary<string, int> _paths = Count(baseline.SelectMany(f => f.Paths));

    /// <summary>The signals that a page shows, without those of single selectors and paths.</summary>
    /// <param name="f">The page's figures.</param>
    /// <param name="others">Titles of other recent pages.</param>
    public IEnumerable<DriftSignal> Shows(PageFigures f, IReadOnlySet<string> others)
    {
        if (f.Refusal is not null)
        {
            // What is no article says nothing about articles.
            yield return DriftSignal.Refused;
            yield break;
        }

        if (f.FellBack is not null)
        {
            yield return DriftSignal.FellBack;
        }

        var log = Math.Log(Math.Max(1, f.Length));
        if (log < _length.Below(0.7) || f.Kept < _kept.Median * 0.5)
        {
            yield return DriftSignal.Shrunk;
        }

        if (log > _length.Above(0.9))
        {
            yield return DriftSignal.Swelled;
        }

        if (f.Title.Length == 0)
        {
            yield return DriftSignal.TitleVanished;
        }
        else if (_titles.ContainsKey(f.Title) || others.Contains(f.Title))
        {
            yield return DriftSignal.TitleRepeats;
        }

        if (f.Headlines > 1 && f.Headlines > _headlines.Above(0.5))
        {
            yield return DriftSignal.SecondHeadline;
        }

        if (!f.HasAuthor)
        {
            yield return DriftSignal.AuthorVanished;
        }

        if (!f.HasDate)
        {
            yield return DriftSignal.DateVanished;
        }

        if (f.Captions == 0)
        {
            yield return DriftSignal.CaptionsVanished;
        }

        if (f.Captions == 0 && f.CaptionLike > _captionLike.Above(0.5))
        {
            yield return DriftSignal.CaptionsInText;
        }

        if (f.Links > _links.Above(0.1))
        {
            yield return DriftSignal.Links;
        }

        if (f.Agreement < Math.Max(_agreement.Below(0.15), _agreement.Median - 0.25))
        {
            yield return DriftSignal.Disagreement;
        }
    }

    /// <summary>Share of the baseline's pages that show a signal, with half a page added to what was seen: nothing is impossible.</summary>
    public Dictionary<DriftSignal, double> Usual()
    {
        var counts = new Dictionary<DriftSignal, int>();
        foreach (var f in baseline)
        {
            foreach (var signal in Shows(f, new HashSet<string>()).Where(s => s != DriftSignal.TitleRepeats || _titles[f.Title] > 1))
            {
                counts[signal] = counts.GetValueOrDefault(signal) + 1;
            }
        }

        return Enum.GetValues<DriftSignal>().ToDictionary(s => s, s => Smooth(counts.GetValueOrDefault(s)));
    }

    /// <summary>How many pages agreed as little with the generic labeller as the best of some pages do.</summary>
    public double UsuallyAgrees(IEnumerable<PageFigures> pages)
    {
        var most = pages.Max(f => f.Agreement);
        return Smooth(baseline.Count(f => f.Agreement <= most));
    }

    /// <summary>How often a selector that the page missed missed before; 1 for one that was never tried.</summary>
    public double UsuallyMissed(string selector)
    {
        var (found, missed) = (baseline.Count(f => f.Found.Contains(selector)), baseline.Count(f => f.Missed.Contains(selector)));
        return found == 0 ? 1 : (missed + 0.5) / (found + missed + 1);
    }

    /// <summary>Whether text stood at a path before.</summary>
    public bool Knows(string path) => _paths.ContainsKey(path);

    /// <summary>The smoothed share of a count of pages.</summary>
    public double Smooth(int pages) => (pages + 0.5) / (baseline.Count + 1);

    private static Dictionary<string, int> Count(IEnumerable<string> values) => values.GroupBy(v => v, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal);
}
