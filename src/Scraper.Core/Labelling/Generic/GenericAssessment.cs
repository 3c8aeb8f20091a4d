namespace Scraper.Core.Labelling;

/// <summary>What the generic labeller thinks of a page as a whole.</summary>
/// <param name="Kind">What the page is for.</param>
/// <param name="KindConfidence">Probability of that kind, 0–1.</param>
/// <param name="Confidence">Predicted F1 of the text against what a person would take, 0–1.</param>
public sealed record GenericAssessment(PageKind Kind, double KindConfidence, double Confidence);
