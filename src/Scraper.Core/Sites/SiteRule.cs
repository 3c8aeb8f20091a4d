namespace Scraper.Core.Sites;

/// <summary>All that is known about one site (or one family of sites), as its YAML file says it.</summary>
public sealed record SiteRule
{
    /// <summary>Short name, unique among the loaded rules; the file's name without extension where the file gives none.</summary>
    public required string Name { get; init; }

    /// <summary>Hosts it is for, in lower case; <c>*.example.com</c> is every host below example.com. Empty for a family.</summary>
    public IReadOnlyList<string> Hosts { get; init; } = [];

    /// <summary>Name of the publication, for people.</summary>
    public string? Title { get; init; }

    /// <summary>BCP 47 tag of the site's language, where it is known.</summary>
    public string? Language { get; init; }

    /// <summary>When the daemon looks for new articles; <see langword="null"/> for a site that is only cleaned on demand.</summary>
    public SiteSchedule? Schedule { get; init; }

    /// <summary>Where new articles are found.</summary>
    public SiteDiscovery Discovery { get; init; } = new();

    /// <summary>How its pages are asked for.</summary>
    public SiteFetching Fetching { get; init; } = new();

    /// <summary>How its pages are laid out, newest first; the first one still valid at a page's time is used.</summary>
    public IReadOnlyList<SiteLayout> Layouts { get; init; } = [];

    /// <summary>Path of the file it was read from, or empty.</summary>
    public string Source { get; init; } = string.Empty;
}
