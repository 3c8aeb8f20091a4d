namespace Scraper.Core.Decoding;

/// <summary>A page's text and how it was got from its bytes.</summary>
/// <param name="Text">The text, without byte order mark and without U+0000.</param>
/// <param name="Encoding">Name of the encoding in the WHATWG Encoding Standard, lower case (<c>utf-8</c>, <c>windows-1252</c>).</param>
/// <param name="How">What decided it.</param>
/// <param name="Replaced">How many U+FFFD stand for bytes that are invalid in the encoding.</param>
public sealed record DecodedPage(string Text, string Encoding, DecodedBy How, int Replaced)
{

    /// <summary>Characters that are looked at to tell a text from a picture or an archive.</summary>
    private const int SampleLength = 4096;

    /// <summary>Share of characters that no text has, above which it is none.</summary>
    private const double MostStrange = 0.02;

    /// <summary>Whether the bytes were no text in any encoding: control characters and undecodable bytes all over its start.</summary>
    public bool IsBinary
    {
        get
        {
            var sample = Text.AsSpan(0, Math.Min(Text.Length, SampleLength));
            var strange = 0;
            foreach (var c in sample)
            {
                strange += c == '\uFFFD' || (char.IsControl(c) && c is not ('\t' or '\n' or '\r' or '\f' or '\v')) ? 1 : 0;
            }

            return strange > sample.Length * MostStrange && strange > 3;
        }
    }
}
