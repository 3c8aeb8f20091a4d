using Scraper.Core.Articles;
using Scraper.Fetching;

namespace Scraper.Storage;

/// <summary>A fetched page and the article that was read from it.</summary>
public sealed record ExtractedPage
{
    /// <summary>The page as it was fetched.</summary>
    public required FetchedPage Page { get; init; }

    /// <summary>The article, with every block and its verdict. <see cref="Core.Articles.Article.Url"/> is its identity: the canonical absolute URL.</summary>
    public required Article Article { get; init; }

    /// <summary>Version of the rules and the model that read it; text that changes with this alone is an extractor revision.</summary>
    public string Extractor { get; init; } = string.Empty;

    /// <summary>Validators of exactly the body that the article was read from; none where it was read from several pages or through a browser.</summary>
    public Validators Validators { get; init; } = Validators.None;

    /// <summary>What the page asks of those who keep or use it.</summary>
    public PageSignals Signals { get; init; } = PageSignals.None;

    /// <summary>
    /// The same reader's reading of the page that is stored, where another had read that: whether the two pages say the same
    /// tells whose doing a change is. <see langword="null"/> where there was no need, or the archive does not have the page.
    /// </summary>
    public EarlierReading? Earlier { get; init; }

    /// <summary>When to look at the page again; <see langword="null"/> for never.</summary>
    public DateTimeOffset? RefetchAt { get; init; }

    /// <summary>The same where its text turns out to be another article's, or <see langword="null"/> for not before that changes.</summary>
    public DateTimeOffset? DuplicateRefetchAt { get; init; }
}
