namespace Scraper.Core.Labelling;

/// <summary>How much a token speaks for each page kind.</summary>
internal interface IKindOdds
{
    /// <summary>Log-odds for each <see cref="PageKind"/> against its base rate, and zeros up to <see cref="PageRow.KindsWidth"/>; empty for an unknown token.</summary>
    ReadOnlySpan<float> this[uint token] { get; }
}
