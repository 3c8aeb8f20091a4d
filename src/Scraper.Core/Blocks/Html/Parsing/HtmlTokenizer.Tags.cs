namespace Scraper.Core.Blocks.Parsing;

// Tags and their attributes (HTML Living Standard 13.2.5.6 to 13.2.5.8 and 13.2.5.32 to 13.2.5.40).
internal sealed partial class HtmlTokenizer
{
    /// <summary>Reads a tag whose name begins at a place.</summary>
    private TokenKind ReadTag(int nameStart, TokenKind kind)
    {
        var page = html.AsSpan();
        var length = CharacterClass.TagName(page[nameStart..], out var isOdd);
        Tag = isOdd ? Name(arena.Span(Lower(nameStart, length))) : Name(page.Slice(nameStart, length));
        _position = nameStart + length;
        IsSelfClosing = false;
        attributes.Begin();
        while (_position < page.Length)
        {
            var c = page[_position];
            if (c == '>')
            {
                _position++;
                return kind;
            }

            if (c == '/')
            {
                _position++;
                IsSelfClosing = _position < page.Length && page[_position] == '>';
            }
            else if (CharacterClass.IsSpace(c))
            {
                _position++;
            }
            else
            {
                ReadAttribute(page, isKept: kind == TokenKind.StartTag);
            }
        }

        // A tag without end is none (eof-in-tag).
        attributes.Begin();
        return TokenKind.EndOfFile;
    }

    private void ReadAttribute(ReadOnlySpan<char> page, bool isKept)
    {
        var start = _position;
        var length = CharacterClass.AttributeName(page[start..], out var isOdd);
        _position += length;
        SkipSpace(page);
        var value = default(TextSlice);
        if (_position < page.Length && page[_position] == '=')
        {
            _position++;
            SkipSpace(page);
            if (_position < page.Length && page[_position] != '>')
            {
                value = page[_position] is '"' or '\'' ? ReadQuoted(page, page[_position]) : ReadUnquoted(page);
            }
        }

        // What the page does not end is dropped with its tag.
        if (isKept && _position < page.Length)
        {
            var name = isOdd ? arena.Memory(Lower(start, length)) : html.AsMemory(start, length);
            attributes.Add(name, value.Length == 0 ? default : arena.Memory(value));
        }
    }

    private TextSlice ReadQuoted(ReadOnlySpan<char> page, char quote)
    {
        var start = ++_position;
        var rest = page[start..];
        var odd = rest.IndexOfAny(quote == '"' ? CharacterClass.InDoubleQuotes : CharacterClass.InSingleQuotes);
        var length = odd < 0 || rest[odd] == quote ? odd : rest[odd..].IndexOf(quote) is >= 0 and var more ? odd + more : -1;
        if (length < 0)
        {
            _position = page.Length;
            return default;
        }

        _position = start + length + 1;
        return odd == length ? new TextSlice(0, start, length) : Decode(start, start + length, CharacterClass.InRcData, '\uFFFD', inAttribute: true);
    }

    private TextSlice ReadUnquoted(ReadOnlySpan<char> page)
    {
        var start = _position;
        while (_position < page.Length && page[_position] != '>' && !CharacterClass.IsSpace(page[_position]))
        {
            _position++;
        }

        return Decode(start, _position, CharacterClass.InRcData, '\uFFFD', inAttribute: true);
    }

    private void SkipSpace(ReadOnlySpan<char> page)
    {
        while (_position < page.Length && CharacterClass.IsSpace(page[_position]))
        {
            _position++;
        }
    }

    /// <summary>A name in lower case, with what a NUL is read as.</summary>
    private TextSlice Lower(int start, int length)
    {
        arena.Begin(length);
        foreach (var c in html.AsSpan(start, length))
        {
            arena.Append(c == '\0' ? '\uFFFD' : char.IsAsciiLetterUpper(c) ? (char)(c | 0x20) : c);
        }

        return arena.Finish();
    }
}
