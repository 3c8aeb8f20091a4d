using Scraper.Core.Sites;
using Scraper.Core.Templates;

namespace Scraper.Core;

/// <summary>What is known of a page before it is read.</summary>
public sealed record PageContext
{
    /// <summary>Where it came from, or <see langword="null"/>.</summary>
    public Uri? Url { get; init; }

    /// <summary>The address that was asked for and led to <see cref="Url"/>, or <see langword="null"/>.</summary>
    public Uri? AskedUrl { get; init; }

    /// <summary>HTTP status that it came with; <see langword="null"/> where unknown.</summary>
    public int? Status { get; init; }

    /// <summary>The rule to use; by default the one that <see cref="Rules"/> has for the page.</summary>
    public SiteRule? Rule { get; init; }

    /// <summary>The rules to choose from by host, or by the page's own fingerprints.</summary>
    public SiteRuleSet Rules { get; init; } = SiteRuleSet.Empty;

    /// <summary>What the site's other pages have in common; <see langword="null"/> where it is not known.</summary>
    public SiteTemplate? Template { get; init; }

    /// <summary>The present moment, so that no date ahead of it is believed; <see langword="null"/> to believe any.</summary>
    public DateTimeOffset? Now { get; init; }
}
