using Scraper.Core.Drift;
using Scraper.Core.Templates;

namespace Scraper.Watching;

/// <summary>What is known of a site while its pages come in. Its semaphore is held by whoever changes it.</summary>
internal sealed class WatchedSite : IDisposable
{
    public SemaphoreSlim Turn { get; } = new(1);

    public bool IsLoaded { get; set; }

    public TemplateMemory Memory { get; set; } = TemplateMemory.Empty;

    /// <summary>What is in force; replaced whole, so it can be read without a turn.</summary>
    public volatile SiteTemplate? Template;

    public DriftState Drift { get; set; } = DriftState.Start;

    /// <summary>Pages seen since it was last saved.</summary>
    public int Unsaved { get; set; }

    public void Dispose() => Turn.Dispose();
}
