namespace Scraper.Core.Blocks.Parsing;

/// <summary>An element whose end has not come yet.</summary>
/// <param name="Node">Its node.</param>
/// <param name="Name">The <see cref="TagName.Index"/> of its name.</param>
/// <param name="Id">Which element of HTML it is.</param>
/// <param name="Traits">What its name says.</param>
internal readonly record struct OpenElement(int Node, int Name, TagId Id, TagTraits Traits)
{
    public bool Is(TagTraits trait) => (Traits & trait) != 0;
}
