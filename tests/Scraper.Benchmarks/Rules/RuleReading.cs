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
internal sealed class RuleReading(SiteRuleSet rules, IReadOnlyDictionary<string, UnseenText> unseen)
{
    private readonly Extractor _extractor = new();
    private readonly PatternLabeller _patterns = new(MarkerSet.Shipped);
    private readonly RepeatLabeller _repeats = new();

    public PageContext With(BenchmarkPage page) => new() { Url = new Uri(page.Url), Rules = rules };

    public static PageContext Without(BenchmarkPage page) => new() { Url = new Uri(page.Url) };

    public RulePage Read(BenchmarkPage page)
    {
        var generic = Unseen(page)?.Text ?? _extractor.ExtractHtml(page.Html, Without(page), CancellationToken.None).Article.Text;
        var (together, report) = Together(page);
        return new RulePage(
            page, F1(page, generic), F1(page, ByRule(page, opinion: null).Text), F1(page, together), report is { HasBody: true }, report?.FellBack, Why(page, generic, together, report));
    }

    private UnseenText? Unseen(BenchmarkPage page) => unseen.GetValueOrDefault(page.Id);

    private (string Text, SiteRuleReport? Report) Together(BenchmarkPage page)
    {
        if (Unseen(page) is not { } generic)
        {
            var both = _extractor.ExtractHtml(page.Html, With(page), CancellationToken.None);
            return (both.Article.Text, both.Rule);
        }

        var (text, report, blocks) = ByRule(page, d => generic.Of(d));
        if (report is { HasBody: true })
        {
            return (text, report);
        }

        // Where the rule leaves the body to the generic labeller: that one's text, less what the rule takes out.
        var cut = blocks.Where(b => b.Verdict is { IsText: false, Reason.Kind: ReasonKind.SiteRule }).Select(b => b.Block.Text).ToHashSet(StringComparer.Ordinal);
        return (string.Join("\n\n", generic.Text.Split("\n\n").Where(p => !cut.Contains(p))), report);
    }

    /// <summary>What the rule and the labellers that need no training take for text.</summary>
    private (string Text, SiteRuleReport? Report, IReadOnlyList<LabelledBlock> Blocks) ByRule(BenchmarkPage page, Func<BlockDocument, TextOpinion>? opinion)
    {
        var tree = HtmlTree.Parse(page.Html, HtmlLimits.Default, CancellationToken.None);
        var sheet = new LabelSheet(HtmlBlockReader.Read(tree));
        var site = rules.ForPage(new Uri(page.Url).Host, new SelectorPage(tree)) is not { } rule ? null
            : new SiteRuleLabeller(rule, day: null, opinion?.Invoke(sheet.Document));
        site?.Label(sheet, CancellationToken.None);
        if (opinion is not null)
        {
            _patterns.Label(sheet, CancellationToken.None);
            _repeats.Label(sheet, CancellationToken.None);
        }

        var blocks = sheet.Close();
        return (ArticleBuilder.Build(blocks, PageMetadata.None, url: null, site: null).Text, site?.Report, blocks);
    }

    private static double F1(BenchmarkPage page, string text) => BagScore.Of(page.Gold, text).F1;

    private static string Why(BenchmarkPage page, string generic, string together, SiteRuleReport? report)
    {
        var (without, with) = (BagScore.Of(page.Gold, generic), BagScore.Of(page.Gold, together));
        var kind = with.R < without.R - 0.02 ? "leaves text out" : with.P < without.P - 0.02 ? "takes more than the text" : "differs in little";
        var body = report?.Counts.LastOrDefault(c => c.Key == "body" && c.Hits > 0);
        var by = report switch
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
