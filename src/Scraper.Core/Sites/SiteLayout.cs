using Scraper.Core.Labelling;

namespace Scraper.Core.Sites;

/// <summary>How the pages of a site were laid out during some time.</summary>
public sealed record SiteLayout
{
    /// <summary>The most pages that <see cref="NextPage"/> ever adds up to.</summary>
    public const int MostPages = 50;

    /// <summary>Last day on which pages looked like this; <see langword="null"/> for today's layout.</summary>
    public DateOnly? ValidUntil { get; init; }

    /// <summary>Where the fields stand; for each field the first selector that matches wins.</summary>
    public IReadOnlyDictionary<SiteField, IReadOnlyList<Selector>> Select { get; init; } = new Dictionary<SiteField, IReadOnlyList<Selector>>();

    /// <summary>Elements that are not the article, and what they are.</summary>
    public IReadOnlyList<(Selector Selector, Label Label)> Strip { get; init; } = [];

    /// <summary>The article ends here: the marker and all blocks after it are not the article.</summary>
    public IReadOnlyList<SiteMarker> CutAfter { get; init; } = [];

    /// <summary>The article begins after this: the marker and all blocks before it are not the article.</summary>
    public IReadOnlyList<SiteMarker> CutBefore { get; init; } = [];

    /// <summary>Blocks told by their text.</summary>
    public IReadOnlyList<SiteLine> Lines { get; init; } = [];

    /// <summary>A page on which one of these finds something is no article: a gallery, an advertisement made up as one.</summary>
    public IReadOnlyList<Selector> Reject { get; init; } = [];

    /// <summary>Elements whose blocks no later labeller may take out of the article.</summary>
    public IReadOnlyList<Selector> Keep { get; init; } = [];

    /// <summary>Elements that say nothing about their blocks: a <c>blockquote</c> or <c>aside</c> used for looks.</summary>
    public IReadOnlyList<Selector> Unwrap { get; init; } = [];

    /// <summary>The link to the next page of the same article; the pages are read in turn and joined.</summary>
    public IReadOnlyList<Selector> NextPage { get; init; } = [];

    /// <summary>How many pages of one article are read, the first included; 1 to <see cref="MostPages"/>.</summary>
    public int MaxPages { get; init; } = 10;

    /// <summary>The link to the whole article on one page, which is fetched instead.</summary>
    public IReadOnlyList<Selector> SinglePage { get; init; } = [];

    /// <summary>The selectors of a field, best first; empty where the rule names none.</summary>
    /// <param name="field">The field.</param>
    public IReadOnlyList<Selector> Selectors(SiteField field) => Select.TryGetValue(field, out var selectors) ? selectors : [];
}
