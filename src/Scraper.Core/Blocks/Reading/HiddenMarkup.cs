namespace Scraper.Core.Blocks;

/// <summary>Styles that hide an element from readers or set it apart.</summary>
internal static class HiddenMarkup
{
    /// <summary>Whether the element is not shown: <c>hidden</c>, or a style of <c>display:none</c> or <c>visibility:hidden</c>.</summary>
    public static bool Hides(HtmlElement element)
    {
        foreach (ref readonly var attribute in element.Attributes.Pairs)
        {
            switch (attribute.Kind)
            {
                case AttributeKind.Hidden:
                    return attribute.Value.Span is not "false";
                case AttributeKind.Style when attribute.Value.Length >= 12 && SaysHidden(attribute.Value.Span):
                    return true;
                default:
                    continue;
            }
        }

        return false;
    }

    /// <summary>Whether a style makes an element a block of its own, whatever its tag.</summary>
    public static bool IsShownAsBlock(HtmlElement element) =>
        element.Attributes.Find(AttributeKind.Style) is { } style && (Says(style.Span, "display", "block") || Says(style.Span, "display", "flex") || Says(style.Span, "display", "grid"));

    private static bool SaysHidden(ReadOnlySpan<char> style) => Says(style, "display", "none") || Says(style, "visibility", "hidden");

    private static bool Says(ReadOnlySpan<char> style, string property, string value)
    {
        for (var from = 0; style[from..].IndexOf(property, StringComparison.OrdinalIgnoreCase) is >= 0 and var at;)
        {
            var rest = style[(from + at + property.Length)..].TrimStart();
            if (!IsWithinName(style, from + at) && rest is [':', ..] && rest[1..].TrimStart().StartsWith(value, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }

            from += at + property.Length;
        }

        return false;
    }

    // "backface-visibility" is another property.
    private static bool IsWithinName(ReadOnlySpan<char> style, int at) => at > 0 && (style[at - 1] == '-' || char.IsAsciiLetterOrDigit(style[at - 1]));
}
