using System.Text;

namespace Scraper.Fetching.Robots;

/// <summary>
/// Splits a robots.txt into the lines that mean something. Follows RFC 9309 with the leniencies of Google's parser (typing
/// errors in keys, a blank for the colon, a byte-order mark), so that both read a file alike.
/// </summary>
internal static class RobotsParser
{
    /// <summary>Bytes of a line that are read; the rest is left, as Google does.</summary>
    public const int MaxLineBytes = (2083 * 8) - 1;

    private static readonly (byte[] Prefix, RobotsLineKind Kind)[] Keys =
    [
        ("user-agent"u8.ToArray(), RobotsLineKind.UserAgent),
        ("useragent"u8.ToArray(), RobotsLineKind.UserAgent),
        ("user agent"u8.ToArray(), RobotsLineKind.UserAgent),
        ("allow"u8.ToArray(), RobotsLineKind.Allow),
        ("disallow"u8.ToArray(), RobotsLineKind.Disallow),
        ("dissallow"u8.ToArray(), RobotsLineKind.Disallow),
        ("dissalow"u8.ToArray(), RobotsLineKind.Disallow),
        ("disalow"u8.ToArray(), RobotsLineKind.Disallow),
        ("diasllow"u8.ToArray(), RobotsLineKind.Disallow),
        ("disallaw"u8.ToArray(), RobotsLineKind.Disallow),
        ("sitemap"u8.ToArray(), RobotsLineKind.Sitemap),
        ("site-map"u8.ToArray(), RobotsLineKind.Sitemap),
        ("crawl-delay"u8.ToArray(), RobotsLineKind.CrawlDelay),
        ("crawldelay"u8.ToArray(), RobotsLineKind.CrawlDelay),
    ];

    /// <summary>How a line of a kind begins.</summary>
    public static string KeyOf(RobotsLineKind kind) => Encoding.ASCII.GetString(Array.Find(Keys, key => key.Kind == kind).Prefix);

    public static List<RobotsLine> Parse(ReadOnlySpan<byte> file)
    {
        var lines = new List<RobotsLine>();
        var rest = file[ByteOrderMark(file)..];
        while (!rest.IsEmpty)
        {
            var end = rest.IndexOfAny((byte)'\n', (byte)'\r');
            Read(end < 0 ? rest : rest[..end], lines);
            rest = end < 0 ? [] : rest[(end + 1)..];
        }

        return lines;
    }

    // Google skips a UTF-8 byte-order mark even when it is cut short.
    private static int ByteOrderMark(ReadOnlySpan<byte> file)
    {
        ReadOnlySpan<byte> mark = [0xEF, 0xBB, 0xBF];
        return file.CommonPrefixLength(mark);
    }

    private static void Read(ReadOnlySpan<byte> line, List<RobotsLine> lines)
    {
        line = line[..Math.Min(line.Length, MaxLineBytes)];
        var end = line.IndexOfAny((byte)'#', (byte)0);
        line = Trim(end < 0 ? line : line[..end]);
        var separator = Separator(line);
        if (separator < 0 || KindOf(Trim(line[..separator])) is not { } kind)
        {
            return;
        }

        var value = Trim(line[(separator + 1)..]);
        var isPattern = kind is RobotsLineKind.Allow or RobotsLineKind.Disallow;
        lines.Add(new RobotsLine(kind, isPattern ? Escape(value) : Encoding.UTF8.GetString(value)));
    }

    private static int Separator(ReadOnlySpan<byte> line)
    {
        var colon = line.IndexOf((byte)':');
        if (colon >= 0)
        {
            return colon;
        }

        // Some forget the colon; a blank is taken for it where the line has exactly two words.
        var blank = line.IndexOfAny((byte)' ', (byte)'\t');
        return blank >= 0 && line[blank..].TrimStart(" \t"u8).IndexOfAny((byte)' ', (byte)'\t') < 0 ? blank : -1;
    }

    private static RobotsLineKind? KindOf(ReadOnlySpan<byte> key)
    {
        foreach (var (prefix, kind) in Keys)
        {
            if (key.Length >= prefix.Length && Ascii.EqualsIgnoreCase(key[..prefix.Length], prefix))
            {
                return kind;
            }
        }

        return null;
    }

    /// <summary>Percent-encodes what is not US-ASCII and puts percent-encodings in upper case (RFC 9309, 2.2.2).</summary>
    internal static string Escape(ReadOnlySpan<byte> pattern)
    {
        if (!pattern.ContainsAnyInRange((byte)0x80, (byte)0xFF) && !pattern.Contains((byte)'%'))
        {
            return Encoding.ASCII.GetString(pattern);
        }

        var escaped = new StringBuilder(pattern.Length);
        for (var i = 0; i < pattern.Length; i++)
        {
            var octet = pattern[i];
            if (octet >= 0x80)
            {
                escaped.Append('%').Append(octet.ToString("X2", null));
            }
            else if (octet == '%' && i + 2 < pattern.Length && char.IsAsciiHexDigit((char)pattern[i + 1]) && char.IsAsciiHexDigit((char)pattern[i + 2]))
            {
                escaped.Append('%').Append(char.ToUpperInvariant((char)pattern[i + 1])).Append(char.ToUpperInvariant((char)pattern[i + 2]));
                i += 2;
            }
            else
            {
                escaped.Append((char)octet);
            }
        }

        return escaped.ToString();
    }

    private static ReadOnlySpan<byte> Trim(ReadOnlySpan<byte> text) => text.Trim(" \t\n\v\f\r"u8);
}
