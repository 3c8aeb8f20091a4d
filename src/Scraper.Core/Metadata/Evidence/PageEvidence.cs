namespace Scraper.Core.Metadata;

/// <summary>All that one walk over a page found to decide its metadata by.</summary>
internal sealed class PageEvidence
{
    /// <summary>Contents of <c>meta</c> elements by lower-case name, property or itemprop, in page order.</summary>
    public Dictionary<string, List<string>> Metas { get; } = new(StringComparer.Ordinal);

    /// <summary>Addresses of <c>link</c> elements by rel token, in page order.</summary>
    public Dictionary<string, List<string>> Links { get; } = new(StringComparer.Ordinal);

    /// <summary>The texts of JSON-LD scripts.</summary>
    public List<ReadOnlyMemory<char>> JsonLd { get; } = [];

    /// <summary>The <c>title</c> element.</summary>
    public string? TitleElement { get; set; }

    /// <summary><c>h1</c> and <c>h2</c> elements and whatever is marked as headline.</summary>
    public List<Mark> Headings { get; } = [];

    /// <summary>Texts of elements right inside a heading that are not the whole of it: a kicker, a headline.</summary>
    public HashSet<string> HeadingParts { get; } = new(StringComparer.Ordinal);

    /// <summary>Microdata and RDFa properties outside <c>meta</c> elements.</summary>
    public List<Mark> Properties { get; } = [];

    /// <summary><c>time</c> elements.</summary>
    public List<Mark> Times { get; } = [];

    /// <summary>Elements that class, id or rel mark as naming the author.</summary>
    public List<Mark> Bylines { get; } = [];

    /// <summary>Elements that class or id mark as giving a date.</summary>
    public List<Mark> Dates { get; } = [];

    /// <summary>Short lines of text close to an <c>h1</c>.</summary>
    public List<Mark> Lines { get; } = [];

    /// <summary>Types of microdata scopes.</summary>
    public List<string> ItemTypes { get; } = [];

    /// <summary>The first content of the first of these metas that has one.</summary>
    public string? Meta(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (Metas.TryGetValue(name, out var values))
            {
                return values[0];
            }
        }

        return null;
    }
}
