namespace Scraper.Core.Metadata;

/// <summary>What the data files of all languages know of a word.</summary>
/// <param name="Text">The word, folded.</param>
/// <param name="Uses">What the phrases that start with it do, in any language.</param>
/// <param name="StartsMonth">Whether a month's name starts with it, in any language.</param>
internal sealed record WordFacts(string Text, WordUse Uses, bool StartsMonth);
