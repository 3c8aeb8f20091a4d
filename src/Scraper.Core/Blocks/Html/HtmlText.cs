namespace Scraper.Core.Blocks;

/// <summary>A run of text of the light tree, entities already resolved, white space as written. One of nothing but white space may stand in many places.</summary>
public sealed class HtmlText : HtmlNode
{
    internal HtmlText(ReadOnlyMemory<char> text) => Text = text;

    /// <summary>The characters; a slice of the page where no entity had to be resolved.</summary>
    public ReadOnlyMemory<char> Text { get; }
}
