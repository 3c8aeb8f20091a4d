using Scraper.Benchmarks.Training;
using Scraper.Core.Articles;
using Scraper.Core.Labelling;
using Scraper.Core.Metadata;

namespace Scraper.Benchmarks.Evaluation;

/// <summary>The text that comes out when a fold's prediction takes its place among the other labellers.</summary>
internal static class CleanText
{
    private static readonly PatternLabeller Patterns = new(MarkerSet.Shipped);
    private static readonly RepeatLabeller Repeats = new();

    public static string Of(TrainingPage page) => ArticleBuilder.Build(Labelled(page), PageMetadata.None, url: null, site: null).Text;

    /// <summary>The verdict on every block.</summary>
    public static IReadOnlyList<LabelledBlock> Labelled(TrainingPage page)
    {
        var sheet = new LabelSheet(page.Document);
        Patterns.Label(sheet, CancellationToken.None);
        GenericLabeller.Apply(page.Prediction, sheet);
        Repeats.Label(sheet, CancellationToken.None);
        return sheet.Close();
    }
}
