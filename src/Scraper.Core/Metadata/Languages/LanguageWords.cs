using System.Collections.Frozen;

namespace Scraper.Core.Metadata;

/// <summary>The words of date lines and bylines of one language, from its data file.</summary>
/// <param name="Code">ISO 639-1 code.</param>
/// <param name="Order">How it writes 3/4/2021.</param>
/// <param name="DayFirstRegions">Lower-case ISO 3166 codes that write the day first although the language does not.</param>
/// <param name="Uses">What each phrase does; a phrase is its tokens joined by single spaces.</param>
/// <param name="Months">Month number (1–12) of each month phrase.</param>
internal sealed record LanguageWords(
    string Code,
    DateOrder Order,
    FrozenSet<string> DayFirstRegions,
    PhraseMap<WordUse> Uses,
    PhraseMap<int> Months);
