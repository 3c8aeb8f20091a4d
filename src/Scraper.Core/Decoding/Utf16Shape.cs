namespace Scraper.Core.Decoding;

/// <summary>Recognises UTF-16 without a byte order mark: markup has a NUL in every other byte.</summary>
internal static class Utf16Shape
{
    private const int Window = 2048;

    /// <summary><c>utf-16le</c>, <c>utf-16be</c> or <see langword="null"/>.</summary>
    public static string? Detect(ReadOnlySpan<byte> bytes)
    {
        var head = bytes[..Math.Min(bytes.Length & ~1, Window)];
        if (head.Length < 4)
        {
            return null;
        }

        int even = 0, odd = 0;
        for (var i = 0; i < head.Length; i += 2)
        {
            even += head[i] == 0 ? 1 : 0;
            odd += head[i + 1] == 0 ? 1 : 0;
        }

        var pairs = head.Length / 2;
        return odd * 2 > pairs && even * 10 < pairs ? "utf-16le"
            : even * 2 > pairs && odd * 10 < pairs ? "utf-16be"
            : null;
    }
}
