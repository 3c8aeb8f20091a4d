using System.Diagnostics;

namespace Scraper.Benchmarks.Storage;

/// <summary>Times pieces of work: by the wall, and in processor time of the whole process, which other programs on the machine hardly change.</summary>
internal sealed class WorkClock
{
    private readonly Stopwatch _wall = new();
    private TimeSpan _begun;

    /// <summary>By the wall.</summary>
    public TimeSpan Elapsed => _wall.Elapsed;

    /// <summary>Processor time of all threads meanwhile.</summary>
    public TimeSpan Processor { get; private set; }

    public void Start()
    {
        _begun = Environment.CpuUsage.TotalTime;
        _wall.Start();
    }

    public void Stop()
    {
        _wall.Stop();
        Processor += Environment.CpuUsage.TotalTime - _begun;
    }
}
