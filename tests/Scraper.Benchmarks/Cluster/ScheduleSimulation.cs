using System.Globalization;

namespace Scraper.Benchmarks.Cluster;

/// <summary>
/// Sites that are due again and again, nodes with so many workers, and a job store that fires so many triggers a second:
/// how late do visits begin? A discrete-event simulation; the same seed gives the same figures.
/// </summary>
/// <param name="Sites">Sites.</param>
/// <param name="Interval">From one turn of a site to the next.</param>
/// <param name="Visit">How long a visit takes on average; single ones take half to double of it.</param>
/// <param name="Workers">Sites visited at a time, over all nodes.</param>
/// <param name="TriggersPerSecond">What the job store carries, over all nodes.</param>
internal sealed record ScheduleSimulation(int Sites, TimeSpan Interval, TimeSpan Visit, int Workers, double TriggersPerSecond)
{
    private const int Turns = 4;

    /// <summary>Runs it for a few turns of every site.</summary>
    /// <returns>Median and 99 % of the lag in seconds over the last turn, and the share of time in which workers are busy.</returns>
    public (double Median, double Most, double Busy) Run()
    {
        var random = new Random(3);
        var due = new PriorityQueue<int, double>();
        for (var site = 0; site < Sites; site++)
        {
            due.Enqueue(site, random.NextDouble() * Interval.TotalSeconds);
        }

        var workers = new PriorityQueue<int, double>(Enumerable.Range(0, Workers).Select(w => (w, 0.0)));
        var (store, busy, end) = (0.0, 0.0, Interval.TotalSeconds * Turns);
        var lags = new List<double>();
        while (due.TryDequeue(out var site, out var at) && at < end)
        {
            workers.TryDequeue(out var worker, out var free);
            var begin = Math.Max(at, Math.Max(free, store));
            store = begin + (1 / TriggersPerSecond);
            var length = Visit.TotalSeconds * Math.Pow(2, (random.NextDouble() * 2) - 1) / 1.082;
            workers.Enqueue(worker, begin + length);
            busy += length;
            if (at > end - Interval.TotalSeconds)
            {
                lags.Add(begin - at);
            }

            // Turns that were missed are not made up for.
            var missed = Math.Max(1, Math.Ceiling((begin - at) / Interval.TotalSeconds));
            due.Enqueue(site, at + (missed * Interval.TotalSeconds));
        }

        lags.Sort();
        return lags.Count == 0 ? (double.PositiveInfinity, double.PositiveInfinity, 1) : (lags[lags.Count / 2], lags[(int)(lags.Count * 0.99)], Math.Min(1, busy / (Workers * end)));
    }

    /// <summary>A row of the sizing table.</summary>
    public override string ToString()
    {
        var (median, most, busy) = Run();
        return string.Create(CultureInfo.InvariantCulture, $"| {Sites:#,0} | {Interval.TotalMinutes:0} min | {Visit.TotalSeconds:0} s | {Workers:#,0} | {Sites / Interval.TotalSeconds:#,0.0} | {TriggersPerSecond:0} | {median:0.0} s | {most:0.0} s | {busy:P0} |");
    }
}
