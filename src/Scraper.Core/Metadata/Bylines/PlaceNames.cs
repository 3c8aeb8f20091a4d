using System.Collections.Frozen;

namespace Scraper.Core.Metadata;

/// <summary>Places of several words, which look like a person's name beside a date or behind a comma: "Jane Doe, New York".</summary>
internal static class PlaceNames
{
    private static readonly Lazy<FrozenSet<string>> Names = new(() => NameList.Read("places").ToFrozenSet(StringComparer.OrdinalIgnoreCase));

    /// <summary>Whether a text is a place's name.</summary>
    public static bool Contains(string name) => name.Contains(' ') && Names.Value.Contains(name);
}
