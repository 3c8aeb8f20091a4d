using System.Collections.Frozen;
using Scraper.Core.Blocks;

namespace Scraper.Core.Metadata;

/// <summary>All languages of the data files, and their union for text of unknown language.</summary>
internal static class LanguageTable
{
    private static readonly Lazy<(FrozenDictionary<string, LanguageWords> ByCode, LanguageWords Union, WordTable<WordFacts> Facts)> Loaded = new(Load);

    /// <summary>Every language's words together; where languages disagree on a month the first in alphabetical order after English wins.</summary>
    public static LanguageWords Union => Loaded.Value.Union;

    /// <summary>What is known of each word that some phrase starts with.</summary>
    public static WordTable<WordFacts> Facts => Loaded.Value.Facts;

    /// <summary>The words that pages in any language use.</summary>
    public static LanguageWords English => Loaded.Value.ByCode["en"];

    /// <summary>The words of a language, or <see langword="null"/> for one without a data file.</summary>
    /// <param name="language">BCP 47 tag, any case, <c>_</c> allowed for <c>-</c>.</param>
    public static LanguageWords? Find(string? language) =>
        language is null ? null : Loaded.Value.ByCode.GetValueOrDefault(Primary(language));

    /// <summary>How a language and region write an all-number date; month first only where they are known to.</summary>
    public static DateOrder Order(string? language)
    {
        if (Find(language) is not { } words)
        {
            return language is null ? DateOrder.MonthFirst : DateOrder.DayFirst;
        }

        var region = language!.Split('-', '_')[^1].ToLowerInvariant();
        return words.DayFirstRegions.Contains(region) ? DateOrder.DayFirst : words.Order;
    }

    /// <summary>The first word of a phrase.</summary>
    internal static string FirstWord(string phrase) => phrase.IndexOf(' ', StringComparison.Ordinal) is > 0 and var end ? phrase[..end] : phrase;

    private static string Primary(string language)
    {
        var end = language.AsSpan().IndexOfAny('-', '_');
        return (end < 0 ? language : language[..end]).ToLowerInvariant();
    }

    private static WordTable<WordFacts> FactsOf(Dictionary<string, WordUse> uses, Dictionary<string, int> months)
    {
        var byWord = new Dictionary<string, WordUse>(uses.Count, StringComparer.Ordinal);
        foreach (var (phrase, use) in uses)
        {
            var word = FirstWord(phrase);
            byWord[word] = byWord.GetValueOrDefault(word) | use;
        }

        var monthWords = new HashSet<string>(StringComparer.Ordinal);
        foreach (var month in months.Keys)
        {
            monthWords.Add(FirstWord(month));
        }

        return new WordTable<WordFacts>([.. byWord.Select(w => (w.Key, new WordFacts(w.Key, w.Value, monthWords.Contains(w.Key))))]);
    }

    private static (FrozenDictionary<string, LanguageWords>, LanguageWords, WordTable<WordFacts>) Load()
    {
        var byCode = new Dictionary<string, LanguageWords>(StringComparer.Ordinal);
        var uses = new Dictionary<string, WordUse>(StringComparer.Ordinal);
        var months = new Dictionary<string, int>(StringComparer.Ordinal);
        var assembly = typeof(LanguageTable).Assembly;
        var languages = assembly.GetManifestResourceNames()
            .Where(n => n.StartsWith("Metadata/", StringComparison.Ordinal) && Path.GetFileNameWithoutExtension(n).Length == 2)
            .OrderBy(n => n != "Metadata/en.yaml").ThenBy(n => n, StringComparer.Ordinal);
        foreach (var name in languages)
        {
            var (words, aliases) = LanguageFile.Read(Path.GetFileNameWithoutExtension(name));
            foreach (var code in aliases.Prepend(words.Code))
            {
                byCode[code] = words;
            }

            foreach (var (phrase, use) in words.Uses.All)
            {
                uses[phrase] = uses.GetValueOrDefault(phrase) | use;
            }

            foreach (var (phrase, month) in words.Months.All)
            {
                months.TryAdd(phrase, month);
            }
        }

        foreach (var phrase in months.Keys)
        {
            uses[phrase] = uses.GetValueOrDefault(phrase) | WordUse.Month;
        }

        var union = new LanguageWords(
            string.Empty, DateOrder.MonthFirst, FrozenSet<string>.Empty, new PhraseMap<WordUse>(uses), new PhraseMap<int>(months));
        return (byCode.ToFrozenDictionary(StringComparer.Ordinal), union, FactsOf(uses, months));
    }
}
