namespace Scraper.Core.Blocks;

/// <summary>What the <c>class</c> attribute of an element lists.</summary>
internal static class ClassList
{
    private static readonly MarkupWords Words = new(
        ((uint)ClassSigns.ForScreenReaders,
            ["sr-only", "visually-hidden", "visuallyhidden", "screen-reader-text", "screenreader", "element-invisible", "assistive-text", "u-hidden-visually", "a11y-hidden"]),
        ((uint)ClassSigns.Formula, FormulaMarkup.Signs),
        ((uint)ClassSigns.ListingAside, ListingMarkup.Signs));

    /// <summary>The signs of a value. Formulas and listings are to be made sure of.</summary>
    public static ClassSigns SignsOf(ReadOnlySpan<char> classes) => (ClassSigns)Words.In(classes);

    /// <summary>Whether one of the classes of an element is one of these, case aside.</summary>
    public static bool Has(HtmlElement element, params ReadOnlySpan<string> classes)
    {
        if (element.Attributes.Find(AttributeKind.Class) is not { Length: > 0 } value)
        {
            return false;
        }

        var rest = value.Span;
        while (!rest.IsEmpty)
        {
            var end = rest.IndexOfAny(" \t\n\f\r");
            var one = end < 0 ? rest : rest[..end];
            foreach (var known in classes)
            {
                if (one.Equals(known, StringComparison.OrdinalIgnoreCase))
                {
                    return true;
                }
            }

            rest = end < 0 ? default : rest[(end + 1)..];
        }

        return false;
    }
}
