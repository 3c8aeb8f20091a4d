namespace Scraper.Core.Blocks.Parsing;

// Markup that is no tag: comments, doctypes, CDATA sections (HTML Living Standard 13.2.5.41 to 13.2.5.71).
internal sealed partial class HtmlTokenizer
{
    private const string CDataOpen = "[CDATA[";

    /// <summary>Whether the doctype that was read asks for the rules of old browsers.</summary>
    public bool IsQuirksDoctype { get; private set; }

    /// <summary>Reads what begins with a less-than sign; <see langword="null"/> if it is nothing for the tree.</summary>
    private TokenKind? ReadMarkup()
    {
        var rest = html.AsSpan(_position);
        var c = rest[1];
        if (char.IsAsciiLetter(c))
        {
            return ReadTag(_position + 1, TokenKind.StartTag);
        }

        if (c == '/' && char.IsAsciiLetter(rest[2]))
        {
            return ReadTag(_position + 2, TokenKind.EndTag);
        }

        if (c == '!' && rest.Length > 2)
        {
            if (rest[2..].StartsWith("--"))
            {
                SkipComment(rest);
                return null;
            }

            if (rest[2..].StartsWith("doctype", StringComparison.OrdinalIgnoreCase))
            {
                return ReadDoctype();
            }

            if (IsInForeignContent && rest[2..].StartsWith(CDataOpen))
            {
                return ReadCData(_position + 2 + CDataOpen.Length);
            }
        }

        SkipTo(rest, rest.IndexOf('>'), 1);
        return null;
    }

    /// <summary>Passes what ends at a place in the rest of the page, or all of it.</summary>
    private void SkipTo(ReadOnlySpan<char> rest, int end, int length) => _position = end < 0 ? html.Length : _position + end + length;

    private void SkipComment(ReadOnlySpan<char> rest)
    {
        // "<!-->" and "<!--->" are whole comments: their end may use the dashes of the start.
        var at = 2;
        while (rest[at..].IndexOf("--") is >= 0 and var next)
        {
            at += next + 2;
            var dashes = at;
            while (at < rest.Length && rest[at] == '-')
            {
                at++;
            }

            if (at < rest.Length && rest[at] == '>')
            {
                _position += at + 1;
                return;
            }

            // The dashes of the start do not count here.
            if (dashes > 4 && at + 1 < rest.Length && rest[at] == '!' && rest[at + 1] == '>')
            {
                _position += at + 2;
                return;
            }
        }

        _position = html.Length;
    }

    private TokenKind? ReadCData(int start)
    {
        var length = html.AsSpan(start).IndexOf("]]>");
        var end = length < 0 ? html.Length : start + length;
        Text = Decode(start, end, CharacterClass.InRawText, '\uFFFD');
        _position = length < 0 ? end : end + 3;
        return Text.Length > 0 ? TokenKind.Text : null;
    }

    /// <summary>Reads a doctype (13.2.5.53 to 13.2.5.68), of which only the rules it asks for are kept.</summary>
    private TokenKind ReadDoctype()
    {
        const int Keyword = 9;
        var rest = html.AsSpan(_position);
        var end = rest.IndexOf('>');
        var inside = (end < 0 ? rest : rest[..end])[Keyword..];
        var name = inside.TrimStart(" \t\n\f\r");
        var nameEnd = name.IndexOfAny(" \t\n\f\r");
        var identifiers = nameEnd < 0 ? default : name[nameEnd..].TrimStart(" \t\n\f\r");
        IsQuirksDoctype = end < 0 || Quirks.AreAskedForBy(nameEnd < 0 ? name : name[..nameEnd], identifiers);
        SkipTo(rest, end, 1);
        return TokenKind.Doctype;
    }
}
