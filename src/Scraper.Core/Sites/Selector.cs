namespace Scraper.Core.Sites;

/// <summary>A selector of a site rule, and where it stands, so that an explanation can name it.</summary>
/// <param name="Expression">CSS, or XPath 1.0 where it starts with <c>/</c>, <c>./</c> or <c>(</c>, or with a function whose result is a string.</param>
/// <param name="Line">Line in the rule's file, from 1; 0 where it came from no file.</param>
public sealed record Selector(string Expression, int Line)
{
    /// <summary>Attribute to read in place of the text; for field selectors.</summary>
    public string? Attribute { get; init; }

    /// <summary>Whether the expression is XPath rather than CSS.</summary>
    public bool IsXPath { get; init; }
}
