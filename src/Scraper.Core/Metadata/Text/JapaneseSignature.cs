using System.Buffers;

namespace Scraper.Core.Metadata;

/// <summary>Writers as Japanese papers sign: in brackets where the text ends, "【山田太郎、鈴木花子】".</summary>
internal static class JapaneseSignature
{
    private const int ShortestName = 3;
    private const int LongestName = 5;

    // "敬称略", "写真提供", "東京新聞": what stands in brackets there besides, by characters that names lack.
    private static readonly SearchValues<char> InNotes = SearchValues.Create("略局続終載供料者読誌紙除聞約真");
    private static readonly string[] Endings = ["部", "社", "通信", "発"];

    /// <summary>Names in brackets, or <see langword="null"/>.</summary>
    /// <param name="text">What the brackets hold.</param>
    /// <param name="language">BCP 47 tag of the page, or <see langword="null"/>.</param>
    public static string? In(string text, string? language) =>
        language?.StartsWith("ja", StringComparison.OrdinalIgnoreCase) == true && Array.TrueForAll(text.Split(['、', '，', ',']), IsName) ? text : null;

    private static bool IsName(string text)
    {
        var name = text.Trim().Replace(" ", string.Empty, StringComparison.Ordinal).Replace("\u3000", string.Empty, StringComparison.Ordinal);
        return name.Length is >= ShortestName and <= LongestName && name.All(TextTokens.IsHan) && !name.AsSpan().ContainsAny(InNotes)
            && !Array.Exists(Endings, e => name.EndsWith(e, StringComparison.Ordinal));
    }
}
