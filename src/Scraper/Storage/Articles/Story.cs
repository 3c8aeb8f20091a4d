namespace Scraper.Storage;

/// <summary>Articles that tell one story, with a good part of their words in common.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Source">The paper or agency that most tellings credit; <see langword="null"/> where none does.</param>
/// <param name="Tellings">Its articles, the first one first.</param>
/// <param name="Pairs">What has been found in common, pair by pair.</param>
public sealed record Story(long Id, string? Source, IReadOnlyList<Telling> Tellings, IReadOnlyList<TellingPair> Pairs);
