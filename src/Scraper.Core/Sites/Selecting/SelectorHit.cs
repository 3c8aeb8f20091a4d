using Scraper.Core.Blocks;

namespace Scraper.Core.Sites;

/// <summary>One thing that a selector found.</summary>
/// <param name="Element">The element; the owner of a text or attribute; <see langword="null"/> where an expression gave a bare string.</param>
/// <param name="Text">The text, where not the whole element was hit: an attribute's value, a text node, a string result.</param>
/// <param name="IsTextNode">Whether a text node of <paramref name="Element"/> was hit.</param>
public sealed record SelectorHit(HtmlElement? Element, string? Text = null, bool IsTextNode = false)
{
    /// <summary>Whether the element itself was hit, and so every block in it.</summary>
    public bool IsElement => Text is null;

    /// <summary>What was found as text, white space folded; empty if there is none.</summary>
    /// <param name="attribute">Attribute of the element to read in place of its text.</param>
    public string Value(string? attribute = null) =>
        ElementText.Fold(
            attribute is not null && Element is not null ? Element.Attribute(attribute) ?? string.Empty
            : Text ?? ElementText.Of(Element!));
}
