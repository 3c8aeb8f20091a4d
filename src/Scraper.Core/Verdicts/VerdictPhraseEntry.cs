using Scraper.Core.Labelling;

namespace Scraper.Core.Verdicts;

/// <summary>A phrase by which a page says what it is.</summary>
internal sealed class VerdictPhraseEntry(PhraseLine line, VerdictPlace place, PageVerdictKind kind) : PhraseEntry<Phrase>(line, VerdictPhrases.Kind(place, kind))
{
    protected override Phrase Make(Phrase phrase) => phrase;
}
