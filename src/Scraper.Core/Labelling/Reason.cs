namespace Scraper.Core.Labelling;

/// <summary>Why a block has its label.</summary>
/// <param name="Kind">Who gave it.</param>
/// <param name="Detail">What was seen, for a person: <c>iranfocus.com.yaml:14 css .td-related</c>, <c>repeats block 12</c>.</param>
/// <param name="Confidence">0 (a guess) to 1 (certain).</param>
public sealed record Reason(ReasonKind Kind, string Detail, double Confidence = 1);
