using Scraper.Core.Labelling;
using Scraper.Core.Metadata;

namespace Scraper.Core.Articles;

/// <summary>A clean article and the record of how it was cleaned.</summary>
public sealed record Article
{
    /// <summary>Canonical absolute URL; empty for a text of unknown origin.</summary>
    public required string Url { get; init; }

    /// <summary>Name of the site, or the URL's host, or empty.</summary>
    public required string Site { get; init; }

    /// <summary>The headline; empty if the page has none.</summary>
    public required string Title { get; init; }

    /// <summary>The line under the headline.</summary>
    public string? Subtitle { get; init; }

    /// <summary>Names of the authors, in page order.</summary>
    public IReadOnlyList<string> Authors { get; init; } = [];

    /// <summary>First published.</summary>
    public PageDate? PublishedAt { get; init; }

    /// <summary>Last changed by the publisher.</summary>
    public PageDate? ModifiedAt { get; init; }

    /// <summary>BCP 47 language tag.</summary>
    public string? Language { get; init; }

    /// <summary>The summary bullets or paragraphs ahead of the article, in order.</summary>
    public IReadOnlyList<string> Summary { get; init; } = [];

    /// <summary>The body: its blocks' texts joined by a blank line. Embedded posts and videos are no text; markdown and HTML have their links.</summary>
    public required string Text { get; init; }

    /// <summary>The captions at its text, in page order, each once; those that a site's rule finds wherever they stand.</summary>
    public IReadOnlyList<Caption> Captions { get; init; } = [];

    /// <summary>The pictures that have one of <see cref="Captions"/> or a credit, in page order.</summary>
    public IReadOnlyList<Picture> Pictures { get; init; } = [];

    /// <summary>
    /// Whether section, tags and pictures are known. They are not of an article that was stored before they were kept and
    /// has not been read since: what stands in their place means nothing.
    /// </summary>
    public bool IsComplete { get; init; } = true;

    /// <summary>Every block of the page with its label and reason.</summary>
    public required IReadOnlyList<LabelledBlock> Blocks { get; init; }

    /// <summary>All that the page said about itself.</summary>
    public PageMetadata Metadata { get; init; } = PageMetadata.None;

    /// <summary>The site rule that it was read by; <see langword="null"/> where there is none.</summary>
    public ArticleRule? Rule { get; init; }

    /// <summary>How much the extraction trusts itself: predicted F1 of <see cref="Text"/>, 0–1; of a plain text how sure its lines' labels are.</summary>
    public double Confidence { get; init; } = 1;
}
