using Scraper.Core.Labelling;

namespace Scraper.Core.Sites;

/// <summary>A place on the page at which the article ends or before which it has not begun. Exactly one of selector and pattern is given.</summary>
/// <param name="Selector">The element that is the marker, or <see langword="null"/>.</param>
/// <param name="Pattern">Matches the marker block's text, or <see langword="null"/>.</param>
/// <param name="Label">What the marker and everything on its far side are.</param>
public sealed record SiteMarker(Selector? Selector, SitePattern? Pattern, Label Label)
{
    /// <summary>The whole of it for a person.</summary>
    public override string ToString() => Selector?.ToString() ?? Pattern!.ToString();
}
