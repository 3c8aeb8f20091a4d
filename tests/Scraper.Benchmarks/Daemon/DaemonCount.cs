using System.Diagnostics;
using Scraper.Core.Sites;
using Scraper.Route;
using Scraper.Scheduling;
using Scraper.Storage;

namespace Scraper.Benchmarks.Daemon;

/// <summary>Counts pages as they come to the end of their journey, and tells what the process has grown to after so many.</summary>
internal sealed class DaemonCount(int lookEvery, TextWriter output) : IVisitObserver
{
    private int _pages;
    private int _stored;

    public int Pages => _pages;

    public int Stored => _stored;

    public void Began(SiteRule site)
    {
    }

    public void Page(PageResult page)
    {
        Interlocked.Add(ref _stored, page.Outcome.Kind == PageOutcomeKind.Stored ? 1 : 0);
        if (Interlocked.Increment(ref _pages) is var pages && pages % lookEvery == 0)
        {
            using var self = Process.GetCurrentProcess();
            lock (output)
            {
                var resident = $"after {pages,7} pages  {self.WorkingSet64 / 1048576.0,5:F0} MiB resident";
                output.WriteLine($"{resident}, {GC.GetTotalMemory(forceFullCollection: true) / 1048576.0,4:F0} MiB of objects in use, {self.HandleCount} handles, {self.Threads.Count} threads");
            }
        }
    }

    public void Ended(SiteRule site, SiteVisit visit)
    {
    }

    public void Held(SiteRule site)
    {
    }

    public void TurnOver(SiteRule site, StoreException refusal)
    {
    }

    public void CutOff(SiteRule site)
    {
    }

    public void Failed(SiteRule site, Exception failure) => Console.Error.WriteLine($"{site.Name}: {failure.Message}");
}
