using System.Collections.Frozen;
using System.Globalization;
using Scraper.Core.Yaml;

namespace Scraper.Core.Metadata;

/// <summary>Offsets of the zone names that pages print, from the embedded <c>zones.yaml</c>.</summary>
internal static class ZoneTable
{
    private static readonly Lazy<FrozenDictionary<string, (TimeSpan Standard, TimeSpan Summer)>> Zones = new(Load);

    /// <summary>The offset of a zone at a local time.</summary>
    /// <param name="name">Folded name.</param>
    /// <param name="local">The time beside it.</param>
    public static TimeSpan? Find(string name, DateTime local) =>
        Zones.Value.TryGetValue(name, out var zone) ? (IsNorthAmericanSummer(local) ? zone.Summer : zone.Standard) : null;

    public static bool Contains(string name) => Zones.Value.ContainsKey(name);

    // Since 2007: second Sunday of March, 2 a.m., to first Sunday of November (Energy Policy Act of 2005, section 110).
    private static bool IsNorthAmericanSummer(DateTime local)
    {
        static DateTime Sunday(int year, int month, int nth)
        {
            var first = new DateTime(year, month, 1, 2, 0, 0);
            return first.AddDays(((7 - (int)first.DayOfWeek) % 7) + (7 * (nth - 1)));
        }

        return local >= Sunday(local.Year, 3, 2) && local < Sunday(local.Year, 11, 1);
    }

    private static FrozenDictionary<string, (TimeSpan, TimeSpan)> Load() => EmbeddedYaml.Entries("Metadata/zones.yaml").ToFrozenDictionary(
        pair => pair.Key.Value,
        pair =>
        {
            var offsets = EmbeddedYaml.Text(pair.Value).Split(' ').Select(Offset).ToArray();
            return (offsets[0], offsets[^1]);
        },
        StringComparer.Ordinal);

    private static TimeSpan Offset(string text)
    {
        var span = TimeSpan.ParseExact(text.AsSpan(1), @"hh\:mm", CultureInfo.InvariantCulture);
        return text[0] == '-' ? -span : span;
    }
}
