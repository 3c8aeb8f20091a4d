namespace Scraper.Discovery.Feeds;

/// <summary>An element or a text of a feed's XML; <see cref="Text"/> is set for the latter.</summary>
internal sealed class FeedNode
{
    public string? Text { get; init; }

    public string Namespace { get; init; } = string.Empty;

    public string Name { get; init; } = string.Empty;

    public IReadOnlyList<FeedAttribute> Attributes { get; init; } = [];

    /// <summary>xml:lang in force; <see langword="null"/> where there is none or it is blank.</summary>
    public string? Language { get; init; }

    /// <summary>xml:base in force.</summary>
    public Uri? Base { get; init; }

    public List<FeedNode> Children { get; } = [];

    public IEnumerable<FeedNode> Elements => Children.Where(child => child.Text is null);

    public bool HasElements => Children.Exists(child => child.Text is null);

    /// <summary>Value of an attribute without a namespace, by its name in any case.</summary>
    public string? Attribute(string name) =>
        Attributes.FirstOrDefault(a => a.Namespace.Length == 0 && a.Name.Equals(name, StringComparison.OrdinalIgnoreCase))?.Value;

    /// <summary>All text below, in order.</summary>
    public string InnerText() => Text ?? (Children.Count == 1 ? Children[0].InnerText() : string.Concat(Children.Select(child => child.InnerText())));
}
