namespace Scraper.Route;

/// <summary>How a page's journey ended, and why.</summary>
/// <param name="Kind">Where it ended.</param>
/// <param name="Detail">For people: the reason, the kind of thing it is; <see langword="null"/> where the kind says it all.</param>
public sealed record PageOutcome(PageOutcomeKind Kind, string? Detail = null)
{
    /// <summary>Whether an article was read from the page.</summary>
    public bool HasArticle => Kind is PageOutcomeKind.Stored or PageOutcomeKind.Updated or PageOutcomeKind.Relabelled
        or PageOutcomeKind.Unchanged or PageOutcomeKind.Duplicate or PageOutcomeKind.Worse or PageOutcomeKind.Extracted;

    /// <inheritdoc/>
    public override string ToString() => Detail is null ? $"{Kind}" : $"{Kind}: {Detail}";
}
