using Scraper.Core.Blocks;

namespace Scraper.Core.Labelling;

/// <summary>Cuts what an element is called by its authors (class, id, role, data attributes) into hashed tokens.</summary>
internal static class ElementTokens
{
    private const int MostTokens = 48;
    private const int LongestValue = 400;

    /// <summary>Appends the tokens of an element, at most 48.</summary>
    public static void Add(HtmlElement element, List<uint> tokens)
    {
        var end = tokens.Count + MostTokens;
        foreach (var (name, value) in element.Attributes.Pairs)
        {
            if (value.Length is 0 or > LongestValue)
            {
                continue;
            }

            switch (name.Span)
            {
                case "class" or "id":
                    Split(value.Span, TokenHash.ClassPart, tokens, end);
                    break;
                case "role" or "itemprop" or "itemtype" or "aria-label" or "data-testid" or "data-test" or "data-qa" or "data-component" or "data-module" or "data-type" or "data-block" or "data-name" or "data-role" or "property" or "rel":
                    Split(value.Span, TokenHash.Role, tokens, end);
                    break;
                default:
                    break;
            }
        }

        if (element.Name.Contains('-', StringComparison.Ordinal))
        {
            Split(element.Name, TokenHash.ClassPart, tokens, end);
        }
    }

    /// <summary>Parts end at anything but letters and where a capital follows a small letter; two in a row make a pair.</summary>
    private static void Split(ReadOnlySpan<char> value, uint seed, List<uint> tokens, int end)
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
