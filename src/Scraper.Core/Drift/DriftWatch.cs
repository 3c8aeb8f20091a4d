using System.Globalization;

namespace Scraper.Core.Drift;

/// <summary>
/// Compares each page of a site with the site's own past. A signal must be shown by three pages running, and so seldom
/// before that this cannot be chance; then one alarm is opened, to which all further signals of the same event are added.
/// It closes when none of its signals has been seen for a while, or when the site has settled in its new ways. Pure: state in, state out.
/// </summary>
public static class DriftWatch
{
    /// <summary>Pages before anything can be unusual.</summary>
    public const int LeastBaseline = 20;

    /// <summary>Pages running that must show a signal.</summary>
    public const int LeastRun = 3;

    /// <summary>The chance, by the baseline, of a run that raises an alarm.</summary>
    private const double Chance = 5e-5;

    /// <summary>Pages running without any of its signals that close an alarm.</summary>
    private const int Healed = 3;

    /// <summary>Pages after which what only moved or changed in amount is the site's new way.</summary>
    private const int Settled = 20;

    private const int MostSymptoms = 100;

    /// <summary>Signals that captions have gone into the text.</summary>
    private static readonly DriftSignal[] InText = [DriftSignal.CaptionsInText, DriftSignal.CaptionsVanished];

    /// <summary>Signals that a site never settles in: the articles are lost.</summary>
    private static readonly DriftSignal[] Grave = [DriftSignal.Refused, DriftSignal.FellBack];

    /// <summary>The state after one more page.</summary>
    /// <param name="state">The state so far.</param>
    /// <param name="site">The site's name.</param>
    /// <param name="figures">The page's figures.</param>
    /// <param name="now">The present moment.</param>
    /// <returns>The new state, and the alarm that was opened, grew or was closed by this page; <see langword="null"/> where none was.</returns>
    public static (DriftState State, SiteAlarm? Changed) Observe(DriftState state, string site, PageFigures figures, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(figures);

        // A page that is looked at again is no further page.
        var recent = state.Recent.Where(f => f.Url != figures.Url).Append(figures).TakeLast(DriftState.MostRecent).ToList();
        var baseline = state.Baseline.Where(f => f.Url != figures.Url).ToList();
        if (baseline.Count < LeastBaseline)
        {
            return (state with { Baseline = [.. baseline.Append(figures).TakeLast(DriftState.MostBaseline)], Recent = [] }, null);
        }

        state = state with { Baseline = baseline, Recent = recent, PagesInAlarm = state.Alarm is null ? 0 : state.PagesInAlarm + 1 };
        var runs = Runs(baseline, recent);
        var certain = runs.Where(r => r.Pages >= LeastRun && r.Chance < Chance).ToList();
        return state.Alarm is { } alarm ? InAlarm(state, alarm, runs, certain, now)
            : certain.Count > 0 ? Open(state, site, certain, now)
            : (Learn(state, runs), null);
    }

    private static (DriftState, SiteAlarm?) Open(DriftState state, string site, List<Run> certain, DateTimeOffset now)
    {
        var alarm = new SiteAlarm(site, state.Alarms + 1, [.. certain.Select(r => r.Signal).Distinct()], Detail(certain), state.Recent[^1].Url, now);
        return (state with { Alarm = alarm, Symptoms = [.. certain.Select(r => r.Key)], Suspects = [.. state.Recent.Select(f => f.Url)], Alarms = alarm.Number, PagesInAlarm = 0 }, alarm);
    }

    private static (DriftState, SiteAlarm?) InAlarm(DriftState state, SiteAlarm alarm, List<Run> runs, List<Run> certain, DateTimeOffset now)
    {
        var last = state.Recent.TakeLast(Healed).ToList();
        var isQuiet = last.Count == Healed && state.PagesInAlarm >= Healed && !last.Exists(p => Runs(state.Baseline, [p], Repeated(state.Recent)).Exists(r => state.Symptoms.Contains(r.Key)));
        var isSettled = state.PagesInAlarm >= Settled && !runs.Any(r => Grave.Contains(r.Signal));
        if (isQuiet || isSettled)
        {
            var closed = alarm with { ClosedAt = now, Closing = isQuiet ? "healed" : "settled: what was new is usual now" };
            var healthy = isQuiet ? [.. state.Baseline, .. last] : state.Recent;
            return (state with { Alarm = null, Symptoms = [], Suspects = [], PagesInAlarm = 0, Baseline = [.. healthy.TakeLast(DriftState.MostBaseline)], Recent = [] }, closed);
        }

        state = state with { Symptoms = [.. state.Symptoms.Union(certain.Select(r => r.Key)).Take(MostSymptoms)] };
        var more = certain.Where(r => !alarm.Signals.Contains(r.Signal)).ToList();
        if (more.Count == 0)
        {
            return (state, null);
        }

        var grown = alarm with { Signals = [.. alarm.Signals, .. more.Select(r => r.Signal).Distinct()], Detail = $"{alarm.Detail}; {Detail(more)}" };
        return (state with { Alarm = grown }, grown);
    }

    /// <summary>Pages that could be the beginning of something wait; the others are usual.</summary>
    private static DriftState Learn(DriftState state, List<Run> runs)
    {
        var waiting = Math.Max(LeastRun - 1, runs.Where(r => r.Usual < 0.5).Select(r => r.Pages).DefaultIfEmpty(0).Max());
        var usual = state.Recent.SkipLast(waiting);
        return state with
        {
            Baseline = [.. state.Baseline.Concat(usual).TakeLast(DriftState.MostBaseline)],
            Recent = [.. state.Recent.TakeLast(waiting)],
        };
    }

    /// <summary>Titles that stand on more than one page.</summary>
    private static HashSet<string> Repeated(IEnumerable<PageFigures> pages) =>
        pages.GroupBy(f => f.Title, StringComparer.Ordinal).Where(g => g.Skip(1).Any()).Select(g => g.Key).ToHashSet(StringComparer.Ordinal);

    private static List<Run> Runs(IReadOnlyList<PageFigures> baseline, IReadOnlyList<PageFigures> recent) => Runs(baseline, recent, Repeated(recent));

    /// <summary>For each signal that the last page shows, how many of the last pages running show it.</summary>
    private static List<Run> Runs(IReadOnlyList<PageFigures> baseline, IReadOnlyList<PageFigures> recent, IReadOnlySet<string> titles)
    {
        var questions = new DriftQuestions(baseline);
        var usual = questions.Usual();
        var shown = recent.Select(f => questions.Shows(f, titles).ToHashSet()).ToList();
        var last = recent[^1];
        var runs = shown[^1].Select(s => Run.Of(s, string.Empty, string.Empty, Length(shown, p => p.Contains(s)), usual[s])).ToList();

        // How far the pages disagree says more than that they do.
        runs = [.. runs.Select(r => r.Signal == DriftSignal.Disagreement ? Run.Of(r.Signal, r.What, r.Where, r.Pages, questions.UsuallyAgrees(recent.TakeLast(r.Pages))) : r)];

        // A page without captions shows nothing of where captions stand: it goes on with the run for what its own absence is worth.
        if (shown[^1].Overlaps(InText))
        {
            var pages = Length(shown, p => p.Overlaps(InText));
            var inText = shown.TakeLast(pages).Count(p => p.Contains(DriftSignal.CaptionsInText));
            if (inText > 0)
            {
                var chance = Math.Pow(usual[DriftSignal.CaptionsVanished], pages) * Binomial.AtLeast(inText, pages, Math.Min(1, usual[DriftSignal.CaptionsInText] / usual[DriftSignal.CaptionsVanished]));
                runs.Add(new Run(DriftSignal.CaptionsInText, string.Empty, string.Empty, pages, usual[DriftSignal.CaptionsInText], chance));
            }
        }

        // A refused page is no sign of what becomes of articles, so it neither adds to such runs nor ends them.
        var articles = recent.Where(f => f.Refusal is null).ToList();
        if (last.Refusal is null)
        {
            runs.AddRange(last.Missed.Select(s => Run.Of(DriftSignal.SelectorMissed, s, s, Length(articles, f => f.Missed.Contains(s)), questions.UsuallyMissed(s))));
            runs.AddRange(last.Paths.Where(p => !questions.Knows(p)).Take(8).Select(p => Run.Of(DriftSignal.Moved, string.Empty, p, Length(articles, f => f.Paths.Contains(p)), questions.Smooth(0))));
        }

        return runs;
    }

    private static int Length<T>(List<T> pages, Func<T, bool> shows)
    {
        var run = 0;
        while (run < pages.Count && shows(pages[^(run + 1)]))
        {
            run++;
        }

        return run;
    }

    private static string Detail(IEnumerable<Run> runs) => string.Join("; ", runs.DistinctBy(r => (r.Signal, r.What)).Take(6).Select(r => string.Create(
        CultureInfo.InvariantCulture,
        $"{Labelling.Names.Of(r.Signal)}{(r.What.Length > 0 ? $" ({r.What})" : string.Empty)} on {r.Pages} pages running, expected on {r.Usual:P0} of pages")));

    /// <summary>A signal on the latest pages.</summary>
    /// <param name="Signal">The signal.</param>
    /// <param name="What">The selector, for a person; or empty.</param>
    /// <param name="Where">What tells it from others of its kind.</param>
    /// <param name="Pages">Pages running.</param>
    /// <param name="Usual">Share of the baseline's pages that show it.</param>
    /// <param name="Chance">How likely such a run is if nothing has changed.</param>
    private sealed record Run(DriftSignal Signal, string What, string Where, int Pages, double Usual, double Chance)
    {
        public string Key => $"{Signal} {Where}";

        public static Run Of(DriftSignal signal, string what, string where, int pages, double usual) => new(signal, what, where, pages, usual, Math.Pow(usual, pages));
    }
}
