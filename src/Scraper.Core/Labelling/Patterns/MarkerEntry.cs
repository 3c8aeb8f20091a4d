namespace Scraper.Core.Labelling;

/// <summary>A marker that is found by its phrase.</summary>
internal sealed class MarkerEntry(PhraseLine line, MarkerKind kind, Label label, string language) : PhraseEntry<Marker>(line, (int)kind)
{
    /// <summary>A phrase that says how a line starts is believed before one that says how it ends, and that before all others.</summary>
    public override int Rank => ((int)PhraseKeys.Fixed(Line.Text.Span) << 24) + Order;

    protected override Marker Make(Phrase phrase) => new(kind, label, phrase, language);
}
