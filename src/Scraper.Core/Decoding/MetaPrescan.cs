namespace Scraper.Core.Decoding;

/// <summary>
/// Finds the charset that a page declares in its first bytes: the HTML standard's prescan ("prescan a byte stream to
/// determine its encoding"), with an XML declaration read too.
/// </summary>
internal static class MetaPrescan
{
    // The standard asks for 1,024 bytes; pages with much before their meta are common enough to look further.
    private const int Window = 8192;

    /// <summary>The WHATWG name of the declared encoding, or <see langword="null"/>.</summary>
    public static string? Find(ReadOnlySpan<byte> bytes)
    {
        var head = Latin1(bytes[..Math.Min(bytes.Length, Window)]);
        return Declared(FromXml(head)) ?? FromMetas(head);
    }

    private static string Latin1(ReadOnlySpan<byte> bytes) => System.Text.Encoding.Latin1.GetString(bytes);

    // A page read byte by byte up to here cannot be in UTF-16, and a scripts' encoding stands for windows-1252.
    private static string? Declared(string? label) => EncodingLabels.Find(label) switch
    {
        "utf-16le" or "utf-16be" => "utf-8",
        "x-user-defined" => "windows-1252",
        var name => name,
    };

    private static string? FromXml(string head)
    {
        if (!head.StartsWith("<?xml", StringComparison.Ordinal))
        {
            return null;
        }

        var end = head.IndexOf('>', StringComparison.Ordinal);
        var at = head.IndexOf("encoding", StringComparison.Ordinal);
        return at < 0 || end < at ? null : Quoted(head, at + "encoding".Length, out _);
    }

    private static string? FromMetas(string head)
    {
        for (var i = 0; i < head.Length;)
        {
            var open = head.IndexOf('<', i);
            if (open < 0)
            {
                return null;
            }

            i = open + 1;
            if (Is(head, open, "<!--"))
            {
                var close = head.IndexOf("-->", open + 2, StringComparison.Ordinal);
                if (close < 0)
                {
                    return null;
                }

                i = close + 3;
            }
            else if (Is(head, open, "<meta") && open + 5 < head.Length && (char.IsWhiteSpace(head[open + 5]) || head[open + 5] == '/'))
            {
                i = open + 5;
                if (FromMeta(head, ref i) is { } name)
                {
                    return name;
                }
            }
            else if (i < head.Length && (char.IsAsciiLetter(head[i]) || head[i] == '/'))
            {
                while (i < head.Length && head[i] is not ('>' or ' ' or '\t' or '\n' or '\r' or '\f'))
                {
                    i++;
                }

                while (Attribute(head, ref i, out _, out _))
                {
                }
            }
        }

        return null;
    }

    private static string? FromMeta(string head, ref int i)
    {
        string? charset = null;
        bool? needsPragma = null;
        var hasPragma = false;
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        while (Attribute(head, ref i, out var name, out var value))
        {
            if (!seen.Add(name))
            {
                continue;
            }

            if (name.Equals("http-equiv", StringComparison.OrdinalIgnoreCase))
            {
                hasPragma |= value.Equals("content-type", StringComparison.OrdinalIgnoreCase);
            }
            else if (name.Equals("content", StringComparison.OrdinalIgnoreCase) && charset is null && Declared(InContent(value)) is { } inContent)
            {
                (charset, needsPragma) = (inContent, true);
            }
            else if (name.Equals("charset", StringComparison.OrdinalIgnoreCase))
            {
                (charset, needsPragma) = (Declared(value), false);
            }
        }

        return needsPragma is null || (needsPragma.Value && !hasPragma) ? null : charset;
    }

    // "text/html; charset=x"
    private static string? InContent(string content)
    {
        for (var at = content.IndexOf("charset", StringComparison.OrdinalIgnoreCase); at >= 0; at = content.IndexOf("charset", at + 1, StringComparison.OrdinalIgnoreCase))
        {
            if (Quoted(content, at + "charset".Length, out var found) is { } label || found)
            {
                return found ? Quoted(content, at + "charset".Length, out _) : null;
            }
        }

        return null;
    }

    private static string? Quoted(string text, int i, out bool found)
    {
        i = Skip(text, i);
        found = i < text.Length && text[i] == '=';
        if (!found)
        {
            return null;
        }

        i = Skip(text, i + 1);
        if (i >= text.Length)
        {
            return null;
        }

        if (text[i] is '"' or '\'')
        {
            var close = text.IndexOf(text[i], i + 1);
            return close < 0 ? null : text[(i + 1)..close];
        }

        var end = i;
        while (end < text.Length && !char.IsWhiteSpace(text[end]) && text[end] is not (';' or '?' or '>'))
        {
            end++;
        }

        return text[i..end];
    }

    // One attribute of a tag; false at its end.
    private static bool Attribute(string head, ref int i, out string name, out string value)
    {
        name = value = string.Empty;
        while (i < head.Length && (char.IsWhiteSpace(head[i]) || head[i] == '/'))
        {
            i++;
        }

        if (i >= head.Length || head[i] == '>')
        {
            return false;
        }

        var start = i++;
        while (i < head.Length && !char.IsWhiteSpace(head[i]) && head[i] is not ('/' or '>' or '='))
        {
            i++;
        }

        name = head[start..i];
        var equals = Skip(head, i);
        if (equals >= head.Length || head[equals] != '=')
        {
            return true;
        }

        i = Skip(head, equals + 1);
        if (i >= head.Length)
        {
            return false;
        }

        if (head[i] is '"' or '\'')
        {
            var close = head.IndexOf(head[i], i + 1);
            value = close < 0 ? string.Empty : head[(i + 1)..close];
            i = close < 0 ? head.Length : close + 1;
            return close >= 0;
        }

        start = i;
        while (i < head.Length && !char.IsWhiteSpace(head[i]) && head[i] != '>')
        {
            i++;
        }

        value = head[start..i];
        return true;
    }

    private static int Skip(string text, int i)
    {
        while (i < text.Length && char.IsWhiteSpace(text[i]))
        {
            i++;
        }

        return i;
    }

    private static bool Is(string text, int at, string word) => string.Compare(text, at, word, 0, word.Length, StringComparison.OrdinalIgnoreCase) == 0;
}
