namespace Scraper.Tests.Labelling;

/// <summary>What is known to be wrong of a page (Pages/misses.json).</summary>
/// <param name="F1">The least word F1 of its body.</param>
/// <param name="Fields">The metadata fields that come out otherwise.</param>
/// <param name="Why">Why it is so.</param>
internal sealed record LanguagePageMiss(double F1, IReadOnlyList<string> Fields, string Why);
