using Scraper.Core.Blocks;

namespace Scraper.Core.Labelling;

/// <summary>Reads the flags of one element from its tag, role and state attributes.</summary>
internal static class ElementFlagging
{
    private static readonly TagMap<ElementFlags> Tags = new(static name => name switch
    {
        "nav" => ElementFlags.Nav,
        "header" => ElementFlags.Header,
        "footer" => ElementFlags.Footer,
        "aside" => ElementFlags.Aside,
        "article" => ElementFlags.Article,
        "main" => ElementFlags.Main,
        "section" => ElementFlags.Section,
        "form" or "fieldset" => ElementFlags.Form,
        "figure" => ElementFlags.Figure,
        "ul" or "ol" or "menu" => ElementFlags.List,
        "table" => ElementFlags.Table,
        "blockquote" => ElementFlags.Quote,
        "details" => ElementFlags.Details,
        "dialog" => ElementFlags.Dialog,
        "button" => ElementFlags.Button,
        "label" => ElementFlags.Label,
        "address" => ElementFlags.Address,
        "time" => ElementFlags.Time,
        _ => ElementFlags.None,
    });

    public static ElementFlags Of(HtmlElement element)
    {
        var flags = Tags[element];
        foreach (ref readonly var attribute in element.Attributes.Pairs)
        {
            flags |= attribute.Kind switch
            {
                AttributeKind.Role => Role(attribute.Value.Span.Trim()),
                AttributeKind.AriaHidden when attribute.Value.Span is "true" => ElementFlags.AriaHidden,
                AttributeKind.Hidden when attribute.Value.Span is not "false" => ElementFlags.Hidden,
                AttributeKind.Style when attribute.Value.Length > 10 && HiddenMarkup.Hides(element) => ElementFlags.Hidden,
                AttributeKind.AriaExpanded when attribute.Value.Span is "false" => ElementFlags.SwitchedOff,
                AttributeKind.ItemProp when attribute.Value.Span.Contains("articleBody", StringComparison.OrdinalIgnoreCase) => ElementFlags.Main,
                _ => ElementFlags.None,
            };
        }

        return flags;
    }

    private static ElementFlags Role(ReadOnlySpan<char> role) => role switch
    {
        "navigation" or "menu" or "menubar" or "menuitem" or "tablist" or "search" => ElementFlags.Nav,
        "banner" => ElementFlags.Header,
        "contentinfo" => ElementFlags.Footer,
        "complementary" => ElementFlags.Aside,
        "article" => ElementFlags.Article,
        "main" => ElementFlags.Main,
        "dialog" or "alertdialog" => ElementFlags.Dialog,
        "button" => ElementFlags.Button,
        "form" => ElementFlags.Form,
        "tabpanel" or "tooltip" => ElementFlags.SwitchedOff,
        _ => ElementFlags.None,
    };
}
