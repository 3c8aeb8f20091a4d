using Scraper.Core;

namespace Scraper.Cli;

/// <summary>A page read by a rule that is not in force, beside today's reading.</summary>
/// <param name="Today">What comes of the page today.</param>
/// <param name="Tried">What comes of it by the rule under trial.</param>
internal sealed record RuleTrial(Extraction Today, Extraction Tried)
{
    /// <summary>Whether the rule found the body, and the page is an article by it.</summary>
    public bool IsGood => Tried.Rule is { FellBack: null } && Tried.Verdict.IsArticle;

    /// <summary>Prints what the rule changes, what each of its lines found, and what the page is.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="colour">Whether differences are coloured.</param>
    public void Print(TextWriter output, bool colour)
    {
        output.WriteLine($"today: {Today.Rule?.Rule ?? "no rule"}; tried: {Tried.Rule?.Rule ?? "no rule"}");
        TextDiff.Print(ArticleLines.Of(Today), ArticleLines.Of(Tried), output, colour);
        RuleReportPrinter.Print(Tried.Rule, output);
        output.WriteLine(Tried.Verdict.IsArticle ? "the page is an article" : TerminalText.OneLine($"the page is not an article: {Tried.Verdict}; a daemon would not store it"));
    }
}
