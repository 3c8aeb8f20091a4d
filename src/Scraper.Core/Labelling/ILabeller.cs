namespace Scraper.Core.Labelling;

/// <summary>One step of labelling. Steps run in the fixed order that <c>Extractor</c> writes out.</summary>
public interface ILabeller
{
    /// <summary>Labels the blocks it knows something about.</summary>
    /// <param name="sheet">The page's blocks and the verdicts so far.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    void Label(LabelSheet sheet, CancellationToken cancellationToken);
}
