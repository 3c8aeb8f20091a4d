using Scraper.Core.Labelling;

namespace Scraper.Core.Sites;

/// <summary>How the pages of a site were laid out during some time.</summary>
public sealed record SiteLayout
{
    /// <summary>Last day on which pages looked like this; <see langword="null"/> for today's layout.</summary>
    public DateOnly? ValidUntil { get; init; }

    /// <summary>Where the fields stand; for each field the first selector that matches wins.</summary>
    public IReadOnlyDictionary<SiteField, IReadOnlyList<Selector>> Select { get; init; } = new Dictionary<SiteField, IReadOnlyList<Selector>>();

    /// <summary>Elements that are not the article, and what they are.</summary>
    public IReadOnlyList<(Selector Selector, Label Label)> Strip { get; init; } = [];
}
