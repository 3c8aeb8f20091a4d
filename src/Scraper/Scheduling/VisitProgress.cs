using System.Collections.Concurrent;
using Scraper.Fetching;
using Scraper.Fetching.Politeness;
using Scraper.Hosting;
using Scraper.Route;

namespace Scraper.Scheduling;

/// <summary>
/// When each visit under way last got on: began, had its turn at a host, had an answer, ended a page. Each of these has a time limit of its own, so
/// a visit that is silent for longer than all of them together hangs.
/// </summary>
internal sealed class VisitProgress(FetchOptions fetching, ConcurrencyOptions concurrency, PipelineOptions pipeline, TimeProvider time)
{
    private const int MostWaiting = 60;

    private readonly AsyncLocal<Visit?> _current = new();
    private readonly ConcurrentDictionary<Visit, bool> _underWay = [];

    /// <summary>How long a visit may be silent: the longest wait for a turn, what one answer may take, and cleaning while other sites' pages wait for the processors, too.</summary>
    public TimeSpan Patience { get; } =
        Turnstile.LongestSilence(fetching) + fetching.RobotsTimeout + fetching.Timeout + fetching.RenderTimeout + (Math.Min(concurrency.Sites, MostWaiting) * pipeline.ExtractionTimeout);

    /// <summary>A visit begins; what the calling method and all that it calls do is of this visit, until the result is disposed.</summary>
    public IDisposable Enter(string site)
    {
        var visit = new Visit(this, site) { At = time.GetTimestamp() };
        _underWay[visit] = true;
        _current.Value = visit;
        return visit;
    }

    /// <summary>The calling flow's visit got on; of a flow that is no visit nothing is noted.</summary>
    public void Note()
    {
        if (_current.Value is { } visit)
        {
            Volatile.Write(ref visit.At, time.GetTimestamp());
        }
    }

    /// <summary>The visit that hangs, for people; <see langword="null"/> where none does.</summary>
    public string? Problem() => _underWay.Keys
        .Select(visit => (visit.Site, Silent: time.GetElapsedTime(Volatile.Read(ref visit.At))))
        .Where(visit => visit.Silent > Patience)
        .Select(visit => $"the visit of {visit.Site} hangs: nothing has come of it for {visit.Silent.TotalSeconds:0} s")
        .FirstOrDefault();

    private sealed class Visit(VisitProgress progress, string site) : IDisposable
    {
        public long At;

        public string Site => site;

        public void Dispose()
        {
            progress._underWay.TryRemove(this, out _);
            progress._current.Value = null;
        }
    }
}
