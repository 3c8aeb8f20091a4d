namespace Scraper.Core.Blocks;

/// <summary>A node of the light tree: an <see cref="HtmlElement"/> or an <see cref="HtmlText"/>.</summary>
public abstract class HtmlNode
{
    private protected HtmlNode()
    {
    }
}
