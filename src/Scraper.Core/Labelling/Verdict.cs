namespace Scraper.Core.Labelling;

/// <summary>The one label of a block and the reason for it.</summary>
/// <param name="Label">What the block is for.</param>
/// <param name="Reason">Why.</param>
public sealed record Verdict(Label Label, Reason Reason)
{
    /// <summary>Whether the block is part of the article's text.</summary>
    public bool IsText => Label is Label.Body or Label.Heading;
}
