namespace Scraper.Core.Blocks.Parsing;

/// <summary>How the text in an element is read.</summary>
internal enum ContentModel : byte
{
    /// <summary>Markup.</summary>
    Data,

    /// <summary>Character references but no markup (<c>title</c>, <c>textarea</c>).</summary>
    RcData,

    /// <summary>Neither (<c>style</c>, <c>iframe</c> …).</summary>
    RawText,

    /// <summary>Neither, and an end tag may be escaped (<c>script</c>).</summary>
    Script,

    /// <summary>Neither, and without end.</summary>
    PlainText,
}
