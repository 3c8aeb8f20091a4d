namespace Scraper.Core.Sites;

/// <summary>A selector of a site rule, and where it stands, so that an explanation can name it.</summary>
/// <param name="Expression">CSS, or XPath 1.0 where it starts with <c>/</c>, <c>./</c>, <c>(</c> or a core function call.</param>
/// <param name="Line">Line in the rule's file, from 1; 0 where it came from no file.</param>
public sealed record Selector(string Expression, int Line)
{
    private SelectorQuery? _query;

    /// <summary>Attribute to read in place of the text; for field selectors.</summary>
    public string? Attribute { get; init; }

    /// <summary>Whether the expression is XPath rather than CSS.</summary>
    public bool IsXPath { get; init; }

    /// <summary>Path of the rule's file, or empty; with families it is not always the site's own.</summary>
    public string Source { get; init; } = string.Empty;

    /// <summary>Whether a page on which it matches nothing is not laid out as the rule believes.</summary>
    public bool IsRequired { get; init; }

    /// <summary>What is done to the text found, in order.</summary>
    public IReadOnlyList<TextFilter> Filters { get; init; } = [];

    /// <summary>The dialect as explanations name it: <c>css</c> or <c>xpath</c>.</summary>
    public string Dialect => IsXPath ? "xpath" : "css";

    /// <summary>File name and line: <c>iranfocus.com.yaml:14</c>.</summary>
    public string Where => SiteProblem.Place(Source, Line);

    /// <summary>It, compiled on first use. Two threads may both compile it; either result will do.</summary>
    /// <exception cref="FormatException">It does not compile.</exception>
    internal SelectorQuery Query => _query ??= SelectorQuery.Compile(Expression, IsXPath);

    /// <summary>A selector from an expression alone; the dialect is told by how it begins.</summary>
    /// <param name="expression">CSS or XPath.</param>
    public static Selector Of(string expression) => new(expression, 0) { IsXPath = SelectorDialect.IsXPath(expression) };

    /// <inheritdoc/>
    public bool Equals(Selector? other) =>
        other is not null && (Expression, Line, Source, Attribute, IsXPath, IsRequired) == (other.Expression, other.Line, other.Source, other.Attribute, other.IsXPath, other.IsRequired);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Expression, Line, Source, Attribute);

    /// <summary>The whole of it for a person: <c>iranfocus.com.yaml:14 css .td-related</c>.</summary>
    public override string ToString() => $"{Where} {Dialect} {Expression}".TrimStart();
}
