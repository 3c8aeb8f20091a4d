namespace Scraper.Core.Labelling;

/// <summary>Where every match of a phrase has one of the words that the phrase is kept under.</summary>
internal enum PhrasePlace
{
    /// <summary>It starts with the word.</summary>
    Start,

    /// <summary>It ends with the word.</summary>
    End,

    /// <summary>It holds one of them, or the phrase names none.</summary>
    Anywhere,
}
