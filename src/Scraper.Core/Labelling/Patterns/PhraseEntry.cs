namespace Scraper.Core.Labelling;

/// <summary>A thing with its phrase.</summary>
/// <param name="Phrase">The phrase.</param>
/// <param name="Kind">Its kind, 0 to 31: a search is for one kind.</param>
/// <param name="Rank">Of several that match, the lowest is found.</param>
/// <param name="Item">The thing.</param>
internal sealed record PhraseEntry<T>(Phrase Phrase, int Kind, int Rank, T Item)
{
    /// <summary>Whether every match starts with its word.</summary>
    public bool IsAtStart { get; } = Phrase.FirstWord is not null;

    /// <summary>Whether every match ends with its word.</summary>
    public bool IsAtEnd { get; } = Phrase.FirstWord is null && Phrase.LastWord is not null;

    /// <summary>The words that it is kept under; every match has one of them.</summary>
    public IReadOnlyList<string> Words { get; } = (Phrase.FirstWord ?? Phrase.LastWord) is { } word ? [word] : Phrase.Anchors;
}
