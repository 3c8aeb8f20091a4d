namespace Scraper.Core.Labelling;

/// <summary>One phrase of a language file.</summary>
/// <param name="Kind">What it says.</param>
/// <param name="Label">The label it gives.</param>
/// <param name="Phrase">What it matches.</param>
/// <param name="Language">Language of the file it stands in.</param>
internal sealed record Marker(MarkerKind Kind, Label Label, Phrase Phrase, string Language)
{
    private string? _detail;

    /// <summary>What it says of a line, as a reason.</summary>
    public Reason Reason(double confidence = 1) =>
        new(ReasonKind.Pattern, _detail ??= $"{Language} {Names.Of(Kind)} \"{Phrase.Source}\"", confidence);
}
