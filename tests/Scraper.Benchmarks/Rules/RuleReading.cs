using System.Globalization;
using Scraper.Benchmarks.Data;
using Scraper.Benchmarks.Evaluation;
using Scraper.Core;
using Scraper.Core.Articles;
using Scraper.Core.Blocks;
using Scraper.Core.Labelling;
using Scraper.Core.Metadata;
using Scraper.Core.Sites;

namespace Scraper.Benchmarks.Rules;

/// <summary>Reads a page without its rule, by its rule alone, and by both.</summary>
/// <param name="rules">The rules.</param>
/// <param name="unseen">By page id, what a generic labeller takes that was not trained on the page's host; empty to use the shipped one.</param>
internal sealed class RuleReading(SiteRuleSet rules, IReadOnlyDictionary<string, string> unseen)
{
    private readonly Extractor _extractor = new();

    public PageContext With(BenchmarkPage page) => new() { Url = new Uri(page.Url), Rules = rules };

    public static PageContext Without(BenchmarkPage page) => new() { Url = new Uri(page.Url) };

    public RulePage Read(BenchmarkPage page)
    {
        var generic = unseen.GetValueOrDefault(page.Id) ?? _extractor.ExtractHtml(page.Html, Without(page), CancellationToken.None).Article.Text;
        var both = _extractor.ExtractHtml(page.Html, With(page), CancellationToken.None);
        var together = both.Rule is { HasBody: true } ? both.Article.Text : Standing(generic, both);
        return new RulePage(
            page, F1(page, generic), F1(page, RuleAlone(page)), F1(page, together), both.Rule is { HasBody: true }, both.Rule?.FellBack, Why(page, generic, together, both));
    }

    /// <summary>Where the rule leaves the body to the generic labeller: that one's text, less what the rule takes out.</summary>
    private string Standing(string generic, Extraction both)
    {
        if (unseen.Count == 0)
        {
            return both.Article.Text;
        }

        var cut = both.Article.Blocks.Where(b => b.Verdict is { IsText: false, Reason.Kind: ReasonKind.SiteRule }).Select(b => b.Block.Text).ToHashSet(StringComparer.Ordinal);
        return string.Join("\n\n", generic.Split("\n\n").Where(p => !cut.Contains(p)));
    }

    private string RuleAlone(BenchmarkPage page)
    {
        var tree = HtmlTree.Parse(page.Html, HtmlLimits.Default, CancellationToken.None);
        if (rules.ForPage(new Uri(page.Url).Host, new SelectorPage(tree)) is not { } rule)
        {
            return string.Empty;
        }

        var sheet = new LabelSheet(HtmlBlockReader.Read(tree));
        new SiteRuleLabeller(rule).Label(sheet, CancellationToken.None);
        return ArticleBuilder.Build(sheet.Close(), PageMetadata.None, url: null, site: null).Text;
    }

    private static double F1(BenchmarkPage page, string text) => BagScore.Of(page.Gold, text).F1;

    private static string Why(BenchmarkPage page, string generic, string together, Extraction both)
    {
        var (without, with) = (BagScore.Of(page.Gold, generic), BagScore.Of(page.Gold, together));
        var kind = with.R < without.R - 0.02 ? "leaves text out" : with.P < without.P - 0.02 ? "takes more than the text" : "differs in little";
        var body = both.Rule?.Counts.LastOrDefault(c => c.Key == "body" && c.Hits > 0);
        var by = both.Rule switch
        {
            { HasBody: true } => $"body {body?.Where} {body?.Expression} ({body?.Hits} hits)",
            { FellBack: { } missed } => missed,
            _ => "no body in the rule",
        };
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{kind}: P {without.P:F2} → {with.P:F2}, R {without.R:F2} → {with.R:F2}; {by}");
    }
}
