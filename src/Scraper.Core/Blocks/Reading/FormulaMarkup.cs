using Scraper.Core.Blocks.Parsing;

namespace Scraper.Core.Blocks;

/// <summary>Finds the TeX of formulas that KaTeX, MathJax or MediaWiki has set, or that MathML carries.</summary>
internal static class FormulaMarkup
{
    /// <summary>Elements of a formula that are searched for its TeX.</summary>
    private const int LargestFormula = 2000;

    private static readonly string[] MathJax = ["MathJax", "MathJax_Preview", "MathJax_Display", "MathJax_SVG", "MathJax_SVG_Display", "MathJax_CHTML", "mjx-chtml", "MJXc-display"];

    /// <summary>Words in a class that may say so.</summary>
    public static string[] Signs { get; } = ["katex", "mathjax", "mjx", "mwe-math-element"];

    /// <summary>Whether an element holds a formula and nothing else.</summary>
    /// <param name="element">The element.</param>
    /// <param name="maySay">Whether its class has one of <see cref="Signs"/>.</param>
    public static bool Is(HtmlElement element, bool maySay) =>
        element.Name == "math" || (element.Tag.Role == TagRole.Unknown && element.Name == "mjx-container") || (maySay && (ClassList.Has(element, "katex", "katex-display", "mwe-math-element") || ClassList.Has(element, MathJax)));

    /// <summary>Whether what MathJax has set is followed by the script that it was set from.</summary>
    /// <param name="element">The element.</param>
    /// <param name="siblings">The children of its parent.</param>
    /// <param name="place">Its place among them.</param>
    public static bool IsOfScript(HtmlElement element, ReadOnlySpan<HtmlNode> siblings, int place)
    {
        if (!ClassList.Has(element, MathJax))
        {
            return false;
        }

        // The preview, white space, the formula, white space, the script.
        foreach (var node in siblings[Math.Min(place + 1, siblings.Length)..Math.Min(place + 5, siblings.Length)])
        {
            if (node is HtmlElement next)
            {
                if (IsScript(next))
                {
                    return true;
                }

                if (!ClassList.Has(next, MathJax))
                {
                    return false;
                }
            }
        }

        return false;
    }

    /// <summary>The formula of a <c>script type="math/tex"</c>, or <see langword="null"/>.</summary>
    public static Formula? OfScript(HtmlElement script) =>
        IsScript(script) && script.ChildSpan is [HtmlText text, ..] && Bare(text.Text.Span) is { Length: > 0 } tex
            ? new Formula(tex, script.Attribute("type")!.Contains("mode=display", StringComparison.OrdinalIgnoreCase))
            : null;

    /// <summary>The formula of an element that holds one, or <see langword="null"/> where its TeX is not to be found.</summary>
    /// <param name="element">The element.</param>
    /// <param name="math">Its MathML, if it has any.</param>
    public static Formula? Of(HtmlElement element, out HtmlElement? math)
    {
        math = null;
        string? tex = null;
        var isDisplay = ClassList.Has(element, "katex-display", "MathJax_Display", "MathJax_SVG_Display", "MJXc-display", "mwe-math-element-block") || element.Attribute("display") is "true" or "block";
        foreach (var part in element.Descendants().Prepend(element).Take(LargestFormula))
        {
            switch (part.Name)
            {
                case "math":
                    math ??= part;
                    tex ??= part.Attribute("alttext") ?? part.Attribute("data-latex");
                    isDisplay |= part.Attribute("display") == "block";
                    break;
                case "annotation" when part.Attribute("encoding") is "application/x-tex" or "TeX":
                    return Made(part.TextContent(), isDisplay);
                case "img" when ClassList.Has(part, "mwe-math-fallback-image-inline", "mwe-math-fallback-image-display"):
                    tex ??= part.Attribute("alt");
                    isDisplay |= ClassList.Has(part, "mwe-math-fallback-image-display");
                    break;
                case "script" when OfScript(part) is { } formula:
                    return formula with { IsDisplay = isDisplay || formula.IsDisplay };
                default:
                    break;
            }
        }

        return tex is null ? null : Made(tex, isDisplay);
    }

    private static Formula? Made(string tex, bool isDisplay) => Bare(tex) is { Length: > 0 } bare ? new Formula(bare, isDisplay) : null;

    private static bool IsScript(HtmlElement element) =>
        element.Tag.Id == TagId.Script && element.Attributes.Find(AttributeKind.Type) is { } type && type.Span.TrimStart().StartsWith("math/tex", StringComparison.OrdinalIgnoreCase);

    /// <summary>The TeX without what hides it from parsers of XML, and without MediaWiki's braces.</summary>
    private static string Bare(ReadOnlySpan<char> tex)
    {
        tex = tex.Trim();
        if (tex.StartsWith("% <![CDATA[", StringComparison.Ordinal))
        {
            tex = tex["% <![CDATA[".Length..];
            tex = tex.EndsWith("%]]>", StringComparison.Ordinal) ? tex[..^"%]]>".Length] : tex;
        }

        foreach (var style in (ReadOnlySpan<string>)["{\\displaystyle ", "{\\textstyle "])
        {
            if (tex.StartsWith(style, StringComparison.Ordinal) && IsOneGroup(tex))
            {
                tex = tex[style.Length..^1];
            }
        }

        return tex.Trim().ToString();
    }

    /// <summary>Whether the brace that a text begins with is closed by its last character.</summary>
    private static bool IsOneGroup(ReadOnlySpan<char> tex)
    {
        var depth = 0;
        for (var i = 0; i < tex.Length; i++)
        {
            if (tex[i] == '\\')
            {
                i++;
            }
            else
            {
                depth += tex[i] switch { '{' => 1, '}' => -1, _ => 0 };
                if (depth == 0)
                {
                    return i == tex.Length - 1;
                }
            }
        }

        return false;
    }
}
