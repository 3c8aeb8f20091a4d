using Scraper.Core.Blocks;

namespace Scraper.Core.Labelling;

/// <summary>FNV-1a over UTF-16 code units in lower case: the same on every machine and run.</summary>
internal static class TokenHash
{
    public const uint ClassPart = 2166136261;
    public const uint ClassPair = 2166136273;
    public const uint Role = 2166136319;
    public const uint Word = 2166136331;
    public const uint Phrase = 2166136349;
    public const uint Opening = 2166136363;
    public const uint HeadingWord = 2166136379;
    public const uint HeadingPhrase = 2166136397;
    public const uint Foreign = 2166136411;
    private const uint Prime = 16777619;

    public static uint Add(uint hash, char c) => unchecked((hash ^ c) * Prime);

    public static uint Add(uint hash, uint other) => unchecked((hash ^ other) * Prime);

    public static uint Of(uint seed, ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            seed = Add(seed, LetterCase.Lower(c));
        }

        return seed;
    }
}
