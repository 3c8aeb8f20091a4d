using Scraper.Core.Labelling;

namespace Scraper.Core.Sites.Learning;

/// <summary>One line for a site's rule, made from what a person said of a block.</summary>
/// <param name="Kind">Which part of the rule it belongs to.</param>
/// <param name="Expression">CSS, or for <see cref="ProposedLineKind.Line"/> a regular expression.</param>
/// <param name="Label">What it makes of the blocks.</param>
/// <param name="Why">For a person, one line: what it takes on the page and on the others.</param>
public sealed record ProposedLine(ProposedLineKind Kind, string Expression, Label Label, string Why)
{
    /// <summary>The line as a rule file has it, with its key: <c>strip: .related: related</c>.</summary>
    public override string ToString() => Kind switch
    {
        ProposedLineKind.Body => $"select: body: {YamlQuote.Text(Expression)}",
        ProposedLineKind.Strip => $"strip: {YamlQuote.Text(Expression)}: {SiteVocabulary.Written(Label)}",
        _ => $"lines: {YamlQuote.Text(Expression)}: {SiteVocabulary.Written(Label)}",
    };
}
