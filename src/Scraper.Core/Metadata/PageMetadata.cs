namespace Scraper.Core.Metadata;

/// <summary>What a page says about itself outside its prose. A field that no source gives is <see langword="null"/> or empty.</summary>
public sealed record PageMetadata
{
    /// <summary>Nothing known.</summary>
    public static PageMetadata None { get; } = new();

    /// <summary>The headline, without the site's name.</summary>
    public string? Title { get; init; }

    /// <summary>The publisher's own summary or standfirst.</summary>
    public string? Description { get; init; }

    /// <summary>Names of people (or of a desk), without "By", roles or dates, in page order.</summary>
    public IReadOnlyList<string> Authors { get; init; } = [];

    /// <summary>Whether <see cref="Authors"/> has nobody but the site or an organisation: who signs the text goes before them.</summary>
    internal bool HasNoWriter { get; init; } = true;

    /// <summary>First published.</summary>
    public PageDate? PublishedAt { get; init; }

    /// <summary>Last changed.</summary>
    public PageDate? ModifiedAt { get; init; }

    /// <summary>BCP 47 language tag.</summary>
    public string? Language { get; init; }

    /// <summary>Name of the publication.</summary>
    public string? SiteName { get; init; }

    /// <summary>Section or category.</summary>
    public string? Section { get; init; }

    /// <summary>Keywords, in page order, no duplicates.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>Absolute address of the lead picture.</summary>
    public string? LeadPicture { get; init; }

    /// <summary>Absolute canonical URL as the page declares it.</summary>
    public string? CanonicalUrl { get; init; }

    /// <summary>Whether the page says that its text is not free to read; <see langword="null"/> where it does not say.</summary>
    public bool? IsPaywalled { get; init; }

    /// <summary>The article's text where it stands in the page's data (JSON-LD <c>articleBody</c>), plain, paragraphs split by line feeds.</summary>
    public string? ArticleBody { get; init; }

    /// <summary>The most specific schema.org or OpenGraph type (<c>NewsArticle</c>, <c>Product</c>), or <see langword="null"/>.</summary>
    public string? Type { get; init; }
}
