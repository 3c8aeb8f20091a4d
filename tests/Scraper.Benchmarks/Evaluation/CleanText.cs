using Scraper.Benchmarks.Training;
using Scraper.Core.Articles;
using Scraper.Core.Blocks;
using Scraper.Core.Labelling;
using Scraper.Core.Metadata;
using Scraper.Core.Templates;

namespace Scraper.Benchmarks.Evaluation;

/// <summary>The text that comes out when a fold's prediction takes its place among the other labellers.</summary>
internal static class CleanText
{
    private static readonly PatternLabeller Patterns = new(MarkerSet.Shipped);
    private static readonly RepeatLabeller Repeats = new();

    public static string Of(TrainingPage page) => Text(Labelled(page.Document, page.Prediction, template: null));

    /// <summary>The text of labelled blocks.</summary>
    public static string Text(IReadOnlyList<LabelledBlock> blocks) => ArticleBuilder.Build(blocks, PageMetadata.None, url: null, site: null).Text;

    /// <summary>The verdict on every block, in the order of labellers of the extractor; by no site rule.</summary>
    public static IReadOnlyList<LabelledBlock> Labelled(BlockDocument document, PagePrediction prediction, SiteTemplate? template)
    {
        var sheet = new LabelSheet(document);
        Patterns.Label(sheet, CancellationToken.None);
        GenericLabeller.Apply(prediction, sheet);
        if (template is not null)
        {
            new TemplateLabeller(template, prediction).Label(sheet, CancellationToken.None);
        }

        Repeats.Label(sheet, CancellationToken.None);
        return sheet.Close();
    }
}
