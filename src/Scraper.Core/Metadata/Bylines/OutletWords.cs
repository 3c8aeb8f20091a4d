using System.Collections.Frozen;

namespace Scraper.Core.Metadata;

/// <summary>Words of names that are an outlet's, an office's or a company's.</summary>
internal static class OutletWords
{
    private static readonly Lazy<FrozenSet<string>> Words = new(() => NameList.Read("outlet-words").ToFrozenSet(StringComparer.OrdinalIgnoreCase));

    /// <summary>Whether a word is one of them, in any case.</summary>
    public static bool Contains(string word) => Words.Value.Contains(word);
}
