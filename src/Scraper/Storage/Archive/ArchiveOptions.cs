namespace Scraper.Storage;

/// <summary>How long fetched pages are kept; the section <c>Archive</c>. Articles are kept whatever stands here.</summary>
public sealed record ArchiveOptions
{
    /// <summary>Days that a fetched page is kept, 1 to 36,500; 0 for ever.</summary>
    public int MaxDays { get; init; }

    /// <summary>Megabytes (1,000,000 stored bytes) that the pages of one site may take, 1 to 100,000,000; 0 for any.</summary>
    public int MaxMegabytes { get; init; }

    /// <summary>The retention that this says; <see langword="null"/> where everything is kept.</summary>
    /// <param name="site">Name of the only site meant, or <see langword="null"/> for each site by itself.</param>
    public ArchiveRetention? Retention(string? site = null) => MaxDays == 0 && MaxMegabytes == 0
        ? null
        : new ArchiveRetention(site, MaxDays == 0 ? null : TimeSpan.FromDays(MaxDays), MaxMegabytes == 0 ? null : MaxMegabytes * 1_000_000L);

    /// <summary>What is out of range; every problem begins with its key, a colon and a blank.</summary>
    public IEnumerable<string> Problems()
    {
        if (MaxDays is < 0 or > 36_500)
        {
            yield return "Archive:MaxDays: must be 0 to 36500";
        }

        if (MaxMegabytes is < 0 or > 100_000_000)
        {
            yield return "Archive:MaxMegabytes: must be 0 to 100000000";
        }
    }
}
