using System.Collections.Frozen;
using Scraper.Core.Yaml;

namespace Scraper.Core.Metadata;

/// <summary>Reads a language's embedded YAML; a mistake in it is a bug of ours and fails loudly at first use.</summary>
internal static class LanguageFile
{
    private static readonly FrozenDictionary<string, WordUse> Keys = new Dictionary<string, WordUse>
    {
        ["at"] = WordUse.At,
        ["published"] = WordUse.Published,
        ["updated"] = WordUse.Updated,
        ["relative"] = WordUse.Relative,
        ["weekdays"] = WordUse.Weekday,
        ["am"] = WordUse.Am,
        ["pm"] = WordUse.Pm,
        ["ordinals"] = WordUse.Ordinal,
        ["byline"] = WordUse.Byline,
        ["byline_label"] = WordUse.BylineLabel,
        ["byline_weak"] = WordUse.BylineWeak,
        ["byline_short"] = WordUse.BylineShort,
        ["byline_after"] = WordUse.BylineAfter,
        ["byline_other"] = WordUse.BylineOther,
        ["and"] = WordUse.And,
        ["and_short"] = WordUse.AndShort,
        ["roles"] = WordUse.Role,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Reads a language's file.</summary>
    /// <returns>The language and the other codes it answers to.</returns>
    /// <exception cref="InvalidDataException">A key is unknown or the months are not twelve.</exception>
    public static (LanguageWords Words, IReadOnlyList<string> Aliases) Read(string code)
    {
        var uses = new Dictionary<string, WordUse>(StringComparer.Ordinal);
        var months = new Dictionary<string, int>(StringComparer.Ordinal);
        IReadOnlyList<string> aliases = [], dayFirstRegions = [], monthPrefixes = [];
        var order = DateOrder.DayFirst;
        foreach (var (key, value) in EmbeddedYaml.Entries($"Metadata/{code}.yaml"))
        {
            switch (key.Value)
            {
                case "order":
                    order = EmbeddedYaml.Text(value) switch
                    {
                        "dmy" => DateOrder.DayFirst,
                        "mdy" => DateOrder.MonthFirst,
                        "ymd" => DateOrder.YearFirst,
                        var other => throw new InvalidDataException($"{code}.yaml: order: {other} is none of dmy, mdy, ymd"),
                    };
                    break;
                case "months":
                    AddMonths(code, value, months);
                    break;
                case "solar_months":
                    AddMonths(code, value, months, SolarCalendar.FirstMonth);
                    break;
                case "lunar_months":
                    AddMonths(code, value, months, LunarCalendar.FirstMonth);
                    break;
                case "aliases":
                    aliases = Strings(value);
                    break;
                case "dmy_regions":
                    dayFirstRegions = Strings(value);
                    break;
                case "month_prefixes":
                    monthPrefixes = Strings(value);
                    break;
                default:
                    AddUses(Keys.TryGetValue(key.Value, out var use) ? use : throw new InvalidDataException($"{code}.yaml: unknown key {key.Value}"), Strings(value), uses);
                    break;
            }
        }

        foreach (var (name, month) in months.ToArray())
        {
            foreach (var prefix in monthPrefixes)
            {
                months[prefix + name] = month;
            }
        }

        var words = new LanguageWords(
            code, order, dayFirstRegions.ToFrozenSet(StringComparer.Ordinal), new PhraseMap<WordUse>(uses), new PhraseMap<int>(months));
        return (words, aliases);
    }

    private static void AddMonths(string code, YamlNode months, Dictionary<string, int> into, int first = 1)
    {
        var rows = ((YamlList)months).Items;
        if (rows.Count != 12)
        {
            throw new InvalidDataException($"{code}.yaml: months: {rows.Count} rows, not 12");
        }

        for (var i = 0; i < 12; i++)
        {
            foreach (var name in Strings(rows[i]))
            {
                into[TextTokens.Phrase(name)] = i + first;
            }
        }
    }

    private static void AddUses(WordUse use, IReadOnlyList<string> phrases, Dictionary<string, WordUse> into)
    {
        foreach (var phrase in phrases.Select(TextTokens.Phrase))
        {
            into[phrase] = into.GetValueOrDefault(phrase) | use;
        }
    }

    private static string[] Strings(YamlNode node) => [.. EmbeddedYaml.Texts(node)];
}
