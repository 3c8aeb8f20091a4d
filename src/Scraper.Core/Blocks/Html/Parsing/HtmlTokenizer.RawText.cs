namespace Scraper.Core.Blocks.Parsing;

// Text in which tags are no tags (HTML Living Standard 13.2.5.2 to 13.2.5.5 and 13.2.5.9 to 13.2.5.31).
internal sealed partial class HtmlTokenizer
{
    /// <summary>Reads the text of an element up to its end tag; says no if there is none.</summary>
    private bool ReadRawText()
    {
        var start = Offset = _position;
        var end = _model switch
        {
            ContentModel.PlainText => html.Length,
            ContentModel.Script => ScriptEnd(start),
            _ => EndTag(start),
        };
        Text = end == start ? default : Decode(start, end, _model == ContentModel.RcData ? CharacterClass.InRcData : CharacterClass.InRawText, '\uFFFD');
        _position = end;
        _model = ContentModel.Data;
        return Text.Length > 0;
    }

    /// <summary>Where the end tag of the element stands; the end of the page if it has none.</summary>
    private int EndTag(int from)
    {
        var page = html.AsSpan();
        while (page[from..].IndexOf("</") is >= 0 and var next)
        {
            from += next;
            if (IsTag(page[(from + 2)..], _endName))
            {
                return from;
            }

            from += 2;
        }

        return page.Length;
    }

    /// <summary>Where a script ends: an end tag counts for nothing between <c>&lt;!--&lt;script</c> and <c>--&gt;</c> or another end tag (13.2.5.18 to 13.2.5.31).</summary>
    private int ScriptEnd(int from)
    {
        var page = html.AsSpan();
        var end = -1;
        while (true)
        {
            end = from > end ? EndTag(from) : end;
            var escape = page[from..end].IndexOf("<!--");
            if (escape < 0)
            {
                return end;
            }

            from = Escaped(from + escape + 2, out var isEnd);
            if (isEnd)
            {
                return from;
            }
        }
    }

    /// <summary>Passes a script's escaped part, given by the dashes of its start.</summary>
    private int Escaped(int from, out bool isEnd)
    {
        var page = html.AsSpan();
        var isDouble = false;
        while (page[from..].IndexOfAny('-', '<') is >= 0 and var next)
        {
            from += next;
            if (page[from] == '-')
            {
                var first = from;
                while (from < page.Length && page[from] == '-')
                {
                    from++;
                }

                if (from - first >= 2 && from < page.Length && page[from] == '>')
                {
                    isEnd = false;
                    return from + 1;
                }

                continue;
            }

            var isEndTag = from + 1 < page.Length && page[from + 1] == '/';
            var name = from + (isEndTag ? 2 : 1);
            if (IsTag(page[name..], _endName))
            {
                if (isEndTag && !isDouble)
                {
                    isEnd = true;
                    return from;
                }

                isDouble = !isEndTag;
            }

            from = name;
        }

        isEnd = true;
        return page.Length;
    }

    private static bool IsTag(ReadOnlySpan<char> text, string name) =>
        text.Length > name.Length
        && (CharacterClass.IsSpace(text[name.Length]) || text[name.Length] is '/' or '>')
        && text.StartsWith(name, StringComparison.OrdinalIgnoreCase);
}
