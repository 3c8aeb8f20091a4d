namespace Scraper.Core.Decoding;

/// <summary>How far bytes are UTF-8 (RFC 3629): valid multi-byte sequences and invalid ones, a sequence cut by the end of the page apart.</summary>
internal readonly record struct Utf8Shape(int Valid, int Invalid)
{
    public bool IsAscii => Valid == 0 && Invalid == 0;

    public static Utf8Shape Of(ReadOnlySpan<byte> bytes)
    {
        int valid = 0, invalid = 0;
        while (true)
        {
            var next = bytes.IndexOfAnyInRange((byte)0x80, (byte)0xFF);
            if (next < 0)
            {
                return new Utf8Shape(valid, invalid);
            }

            bytes = bytes[next..];
            var status = System.Text.Rune.DecodeFromUtf8(bytes, out _, out var consumed);
            if (status == System.Buffers.OperationStatus.Done)
            {
                valid++;
            }
            else if (status == System.Buffers.OperationStatus.InvalidData)
            {
                invalid++;
            }

            bytes = bytes[consumed..];
        }
    }
}
