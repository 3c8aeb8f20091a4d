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

    /// <summary>Names of the families whose rules are added to this one's, the first believed most.</summary>
    public IReadOnlyList<string> Extends { get; init; } = [];

    /// <summary>How a page shows that it belongs to this family; one of them is enough. Empty for a site.</summary>
    public IReadOnlyList<SiteFingerprint> Fingerprints { get; init; } = [];

    /// <summary>When the daemon looks for new articles; <see langword="null"/> for a site that is only cleaned on demand.</summary>
    public SiteSchedule? Schedule { get; init; }

    /// <summary>Where new articles are found.</summary>
    public SiteDiscovery Discovery { get; init; } = new();

    /// <summary>How its pages are asked for.</summary>
    public SiteFetching Fetching { get; init; } = new();

    /// <summary>Whether running reports count as articles; <see langword="null"/>: where the rule finds their body, and nowhere else.</summary>
    public bool? LiveBlogs { get; init; }

    /// <summary>Changes to the source before it is parsed, in order.</summary>
    public IReadOnlyList<SiteRewrite> Rewrites { get; init; } = [];

    /// <summary>Pages on which the rule can be tried.</summary>
    public IReadOnlyList<SiteTest> Tests { get; init; } = [];

    /// <summary>How its pages are laid out, newest first; the first one still valid at a page's time is used.</summary>
    public IReadOnlyList<SiteLayout> Layouts { get; init; } = [];

    /// <summary>Whether it is for no host of its own: a family, found by name or by fingerprint.</summary>
    public bool IsFamily => Hosts.Count == 0;

    /// <summary>
    /// Whether the rules of the parent domain, of a fingerprint and of <c>global.txt</c> are added to this one, as
    /// Full-Text RSS does with its files unless they say <c>autodetect_on_failure: no</c>.
    /// </summary>
    public bool FallsThrough { get; init; }

    /// <summary>Path of the file it was read from, or empty.</summary>
    public string Source { get; init; } = string.Empty;

    /// <summary>How an address is asked for on the site's behalf: headers and cookies, which may be secrets, go to its own hosts only.</summary>
    /// <param name="url">The address; a feed, a sitemap or a link may be of any host.</param>
    public SiteFetching FetchingOf(Uri url)
    {
        ArgumentNullException.ThrowIfNull(url);
        return Owns(url) ? Fetching : Fetching with { Headers = new Dictionary<string, string>(), Cookies = new Dictionary<string, string>() };
    }

    /// <summary>Whether an address is on one of the site's own hosts, with or without <c>www.</c>.</summary>
    /// <param name="url">The address.</param>
    public bool Owns(Uri url) =>
        HostText.Normal(UrlHost.Of(url)) is { } name
        && Hosts.Any(own => own.StartsWith('*') ? name.EndsWith(own[1..], StringComparison.Ordinal) : name == own || name == "www." + own);
}
