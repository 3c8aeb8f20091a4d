using Scraper.Core.Blocks;

namespace Scraper.Core.Labelling;

/// <summary>Cuts what an element is called by its authors (class, id, role, data attributes) into hashed tokens.</summary>
internal static class ElementTokens
{
    /// <summary>Tokens read of an element; the pair that the last one makes may come on top.</summary>
    public const int Most = 48;

    private const int LongestValue = 400;

    private static readonly TagMap<bool> CustomNames = new(static name => name.Contains('-', StringComparison.Ordinal));

    /// <summary>Appends the tokens of an element, at most 49.</summary>
    public static void Add(HtmlElement element, List<uint> tokens)
    {
        var end = tokens.Count + Most;
        foreach (ref readonly var attribute in element.Attributes.Pairs)
        {
            if (Seed(attribute) is var seed and not 0)
            {
                Split(attribute.Value.Span, seed, tokens, end);
            }
        }

        if (IsCustom(element))
        {
            Split(element.Name, TokenHash.ClassPart, tokens, end);
        }
    }

    /// <summary>Whether an element's name is of its authors' making.</summary>
    public static bool IsCustom(HtmlElement element) => CustomNames[element];

    /// <summary>What the tokens of an attribute are hashed on; 0 for one without any.</summary>
    public static uint Seed(in HtmlAttribute attribute) => attribute.Value.Length is 0 or > LongestValue ? 0 : attribute.Kind switch
    {
        AttributeKind.Class or AttributeKind.Id => TokenHash.ClassPart,
        AttributeKind.Role or AttributeKind.ItemProp or AttributeKind.ItemType or AttributeKind.AriaLabel or AttributeKind.Property or AttributeKind.Rel
            or (>= AttributeKind.DataTestId and <= AttributeKind.DataRole) => TokenHash.Role,
        _ => 0,
    };

    /// <summary>Parts end at anything but letters and where a capital follows a small letter; two in a row make a pair.</summary>
    public static void Split(ReadOnlySpan<char> value, uint seed, List<uint> tokens, int end)
    {
        uint last = 0, hash = seed;
        var length = 0;
        for (var i = 0; i <= value.Length; i++)
        {
            var c = i < value.Length ? value[i] : ' ';
            var isLetter = char.IsAsciiLetter(c);
            if (length > 0 && (!isLetter || (char.IsAsciiLetterUpper(c) && char.IsAsciiLetterLower(value[i - 1]))))
            {
                if (length > 1 && tokens.Count < end)
                {
                    hash = seed == TokenHash.ClassPart ? ClassWords.InEnglish(hash) : hash;
                    tokens.Add(hash);
                    if (last != 0)
                    {
                        tokens.Add(TokenHash.Add(TokenHash.Add(TokenHash.ClassPair, last), hash));
                    }

                    last = hash;
                }

                (hash, length) = (seed, 0);
            }

            if (isLetter)
            {
                hash = TokenHash.Add(hash, (char)(c | 0x20));
                length++;
            }
            else if (char.IsWhiteSpace(c))
            {
                last = 0;
            }
        }
    }
}
