using Scraper.Core.Labelling;

namespace Scraper.Core.Verdicts;

/// <summary>What a page is, and why.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Why">For people: the evidence; <see langword="null"/> for an article.</param>
public sealed record PageVerdict(PageVerdictKind Kind, string? Why = null)
{
    /// <summary>Nothing speaks against an article.</summary>
    public static PageVerdict Article { get; } = new(PageVerdictKind.Article);

    /// <summary>Whether the page may be stored as an article.</summary>
    public bool IsArticle => Kind == PageVerdictKind.Article;

    /// <inheritdoc/>
    public override string ToString() => Why is null ? Names.Of(Kind) : $"{Names.Of(Kind)}: {Why}";
}
