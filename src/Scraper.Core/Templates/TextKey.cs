using Scraper.Core.Blocks;

namespace Scraper.Core.Templates;

/// <summary>A text as a number: letters in lower case and runs of digits as one, so that "12 comments" and "7 Comments" are the same.</summary>
internal static class TextKey
{
    /// <summary>The number of a text; the same on every machine and run.</summary>
    public static ulong Of(ReadOnlySpan<char> text)
    {
        var hash = 14695981039346656037;
        var inNumber = false;
        foreach (var c in text)
        {
            var isDigit = char.IsDigit(c);
            if (isDigit ? !inNumber : char.IsLetter(c))
            {
                hash = unchecked((hash ^ (isDigit ? '0' : LetterCase.Lower(c))) * 1099511628211);
            }

            inNumber = isDigit;
        }

        return hash;
    }

    /// <summary>The number of an address, every character counted.</summary>
    public static ulong OfAddress(ReadOnlySpan<char> url)
    {
        var hash = 14695981039346656037;
        foreach (var c in url)
        {
            hash = unchecked((hash ^ c) * 1099511628211);
        }

        return hash;
    }
}
