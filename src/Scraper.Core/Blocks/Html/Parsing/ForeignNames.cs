namespace Scraper.Core.Blocks.Parsing;

/// <summary>Names of SVG and MathML that are not in lower case (HTML Living Standard 13.2.6.1 and 13.2.6.5).</summary>
internal static class ForeignNames
{
    public static Dictionary<string, string> SvgElements { get; } = ByLowerCase(
        "altGlyph altGlyphDef altGlyphItem animateColor animateMotion animateTransform clipPath feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting " +
        "feDisplacementMap feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur feImage feMerge feMergeNode feMorphology feOffset fePointLight feSpecularLighting " +
        "feSpotLight feTile feTurbulence foreignObject glyphRef linearGradient radialGradient textPath");

    public static Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> SvgAttributes { get; } = ByLowerCase(
        "attributeName attributeType baseFrequency baseProfile calcMode clipPathUnits diffuseConstant edgeMode filterUnits glyphRef gradientTransform gradientUnits kernelMatrix " +
        "kernelUnitLength keyPoints keySplines keyTimes lengthAdjust limitingConeAngle markerHeight markerUnits markerWidth maskContentUnits maskUnits numOctaves pathLength patternContentUnits " +
        "patternTransform patternUnits pointsAtX pointsAtY pointsAtZ preserveAlpha preserveAspectRatio primitiveUnits refX refY repeatCount repeatDur requiredExtensions requiredFeatures " +
        "specularConstant specularExponent spreadMethod startOffset stdDeviation stitchTiles surfaceScale systemLanguage tableValues targetX targetY textLength viewBox viewTarget " +
        "xChannelSelector yChannelSelector zoomAndPan").GetAlternateLookup<ReadOnlySpan<char>>();

    public static Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> MathMlAttributes { get; } = ByLowerCase("definitionURL").GetAlternateLookup<ReadOnlySpan<char>>();

    private static Dictionary<string, string> ByLowerCase(string names) => names.Split(' ').ToDictionary(n => n.ToLowerInvariant(), StringComparer.Ordinal);
}
