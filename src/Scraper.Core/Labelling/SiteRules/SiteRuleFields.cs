using Scraper.Core.Metadata;

namespace Scraper.Core.Labelling;

/// <summary>What a site rule's field selectors read off a page; it is believed before the page's own metadata.</summary>
public sealed record SiteRuleFields
{
    /// <summary>The headline.</summary>
    public string? Title { get; init; }

    /// <summary>The line under the headline.</summary>
    public string? Subtitle { get; init; }

    /// <summary>Summary bullets or paragraphs, in page order.</summary>
    public IReadOnlyList<string> Summary { get; init; } = [];

    /// <summary>The authors, in page order, each once.</summary>
    public IReadOnlyList<string> Authors { get; init; } = [];

    /// <summary>First published.</summary>
    public PageDate? PublishedAt { get; init; }

    /// <summary>The text in which the date was looked for; for a date that no format of the rule fits.</summary>
    public string? PublishedText { get; init; }

    /// <summary>Last changed.</summary>
    public PageDate? ModifiedAt { get; init; }

    /// <summary>The text in which the date of the last change was looked for.</summary>
    public string? ModifiedText { get; init; }

    /// <summary>Captions, in page order.</summary>
    public IReadOnlyList<string> Captions { get; init; } = [];

    /// <summary>Section or category.</summary>
    public string? Section { get; init; }

    /// <summary>Keywords, each once.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>A page's metadata with the rule's values in the place of the page's, wherever the rule found any.</summary>
    /// <param name="metadata">What the page says about itself.</param>
    public PageMetadata Over(PageMetadata metadata)
    {
        ArgumentNullException.ThrowIfNull(metadata);
        return metadata with
        {
            Title = Title ?? metadata.Title,
            Authors = Authors.Count > 0 ? Authors : metadata.Authors,
            HasNoWriter = Authors.Count > 0 ? Authors is [var only] && only == metadata.SiteName : metadata.HasNoWriter,
            PublishedAt = PublishedAt ?? metadata.PublishedAt,
            ModifiedAt = ModifiedAt ?? metadata.ModifiedAt,
            Section = Section ?? metadata.Section,
            Tags = Tags.Count > 0 ? Tags : metadata.Tags,
        };
    }
}
