namespace Scraper.Core.Decoding;

/// <summary>Guesses the encoding of bytes that are no UTF-8 and declare nothing: the encoding whose text looks most like its languages.</summary>
internal static class CharsetDetector
{
    private const string Default = "windows-1252";
    private const int Window = 65_536;
    private const double Margin = 0.02;

    // In letters: a page whose only foreign letter is in a name stays what most pages are.
    private const double LeastEvidence = 1;

    /// <summary>The WHATWG name of the likeliest encoding; windows-1252, the standard's own fallback, where nothing speaks for another.</summary>
    public static string Detect(ReadOnlySpan<byte> bytes)
    {
        if (HasJapaneseEscapes(bytes))
        {
            return "iso-2022-jp";
        }

        var sample = Sample(bytes);
        var high = 0;
        foreach (var b in sample)
        {
            high += b >= 0x80 ? 1 : 0;
        }

        if (high == 0)
        {
            return Default;
        }

        var (best, bestScore) = (Default, double.NegativeInfinity);
        foreach (var model in LetterModel.All)
        {
            var (text, _) = TextEncodings.Decode(model.Encoding, sample);
            var score = model.Score(text, high);
            if (score > bestScore + Math.Max(Margin, model.Encoding == Default ? 0 : LeastEvidence / high))
            {
                (best, bestScore) = (model.Encoding, score);
            }
        }

        return best;
    }

    // The bytes around those beyond ASCII, as many as the window takes: markup in front would fill it.
    private static ReadOnlySpan<byte> Sample(ReadOnlySpan<byte> bytes)
    {
        var first = bytes.IndexOfAnyInRange((byte)0x80, (byte)0xFF);
        if (first < 0)
        {
            return [];
        }

        var start = Math.Max(0, first - 8);
        return bytes.Slice(start, Math.Min(Window, bytes.Length - start));
    }

    private static bool HasJapaneseEscapes(ReadOnlySpan<byte> bytes) =>
        bytes.IndexOfAnyInRange((byte)0x80, (byte)0xFF) < 0 && (bytes.IndexOf("\u001B$B"u8) >= 0 || bytes.IndexOf("\u001B$@"u8) >= 0);
}
