using Scraper.Core.Labelling;

namespace Scraper.Core.Sites.Learning;

/// <summary>One line for a site's rule, made from what a person said of a block.</summary>
/// <param name="Kind">Which part of the rule it belongs to.</param>
/// <param name="Expression">CSS, or for <see cref="ProposedLineKind.Line"/> a regular expression.</param>
/// <param name="Label">What it makes of the blocks.</param>
/// <param name="Why">For a person, one line: what it takes on the page and on the others.</param>
public sealed record ProposedLine(ProposedLineKind Kind, string Expression, Label Label, string Why)
{
    /// <summary>For <see cref="ProposedLineKind.Select"/>: the attribute to read in place of the text.</summary>
    public string? Attribute { get; init; }

    /// <summary>For <see cref="ProposedLineKind.Select"/>: the field.</summary>
    public SiteField Field => Label switch
    {
        Label.Title => SiteField.Title,
        Label.Subtitle => SiteField.Subtitle,
        Label.Byline => SiteField.Author,
        Label.Date => SiteField.Date,
        _ => SiteField.Body,
    };

    /// <summary>The field's key in a rule file.</summary>
    internal string FieldKey => SiteVocabulary.Fields.First(f => f.Value == Field).Key;

    /// <summary>The selector as a rule file has it behind that key.</summary>
    internal string Value => Attribute is null ? YamlQuote.Text(Expression) : $"{{ css: {YamlQuote.Text(Expression)}, attribute: {Attribute} }}";

    /// <summary>The line as a rule file has it, with its key: <c>strip: .related: related</c>.</summary>
    public override string ToString() => Kind switch
    {
        ProposedLineKind.Select => $"select: {FieldKey}: {Value}",
        ProposedLineKind.Strip => $"strip: {YamlQuote.Text(Expression)}: {SiteVocabulary.Written(Label)}",
        _ => $"lines: {YamlQuote.Text(Expression)}: {SiteVocabulary.Written(Label)}",
    };
}
