namespace Scraper.Core.Sites.Learning;

/// <summary>Parts of a rule that a proposed line can belong to.</summary>
public enum ProposedLineKind
{
    /// <summary>A field of <c>select</c>, ahead of what stands there.</summary>
    Select,

    /// <summary><c>strip</c>.</summary>
    Strip,

    /// <summary><c>lines</c>.</summary>
    Line,
}
