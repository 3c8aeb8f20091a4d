namespace Scraper.Core.Sites.Learning;

/// <summary>A site rule as it was learnt, every part with the reason for it.</summary>
public sealed record LearntRule
{
    /// <summary>How many pages it was learnt from.</summary>
    public required int Pages { get; init; }

    /// <summary>Where the text stands.</summary>
    public required LearntSelector Body { get; init; }

    /// <summary>Where the fields stand, as far as found.</summary>
    public IReadOnlyDictionary<SiteField, LearntSelector> Fields { get; init; } = new Dictionary<SiteField, LearntSelector>();

    /// <summary>Elements inside the body that are not the text.</summary>
    public IReadOnlyList<LearntStrip> Strips { get; init; } = [];

    /// <summary>Lines inside the body that are told by their text only.</summary>
    public IReadOnlyList<LearntStrip> Lines { get; init; } = [];

    /// <summary>What was seen and could not be helped, one line each.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];
}
