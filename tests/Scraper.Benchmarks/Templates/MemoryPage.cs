using Scraper.Benchmarks.Evaluation;
using Scraper.Benchmarks.Training;
using Scraper.Core.Blocks;
using Scraper.Core.Labelling;
using Scraper.Core.Templates;

namespace Scraper.Benchmarks.Templates;

/// <summary>A page that is read again and again under other memories.</summary>
/// <param name="Host">Its site.</param>
/// <param name="Url">Its address.</param>
/// <param name="Kind">Page type as the gold has it.</param>
/// <param name="Gold">Its text.</param>
/// <param name="Document">Its blocks.</param>
/// <param name="Prediction">What a model says of it.</param>
internal sealed record MemoryPage(string Host, string Url, string Kind, string Gold, BlockDocument Document, PagePrediction Prediction)
{
    private static readonly GenericLabeller Generic = new();

    /// <summary>The verdicts without any memory: what a site learns from.</summary>
    public IReadOnlyList<LabelledBlock> Alone { get; } = CleanText.Labelled(Document, Prediction, template: null);

    /// <summary>A page as the shipped model sees it.</summary>
    public static MemoryPage Of(string host, string url, string html, string gold)
    {
        var document = HtmlBlockReader.Read(HtmlTree.Parse(html, HtmlLimits.Default, CancellationToken.None), CancellationToken.None);
        return new MemoryPage(host, url, "article", gold, document, Generic.Predict(document, CancellationToken.None)!);
    }

    /// <summary>A page as a model sees it that was not trained on its host.</summary>
    public static MemoryPage Of(TrainingPage page) => new(page.Page.Host, page.Page.Url, page.Page.Kind, page.Page.Gold, page.Document, page.Prediction);

    /// <summary>Precision, recall and F1 over words with what is in force.</summary>
    public (double P, double R, double F1) Score(SiteTemplate? template) =>
        BagScore.Of(Gold, CleanText.Text(template is null ? Alone : CleanText.Labelled(Document, Prediction, template)));
}
