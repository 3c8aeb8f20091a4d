using System.Runtime.InteropServices;

namespace Scraper.Core.Blocks.Parsing;

/// <summary>
/// The tokenizer of the HTML standard (HTML Living Standard 13.2.5) over a whole page in memory. It makes no token
/// objects: <see cref="Next"/> says what was read, and its properties say the rest until the next call. Texts and
/// attribute values are slices of the page where they are read as written.
/// </summary>
/// <param name="html">The page.</param>
/// <param name="attributes">Takes the attributes of each start tag.</param>
/// <param name="arena">Takes the characters that are read otherwise than written.</param>
internal sealed partial class HtmlTokenizer(string html, AttributeStore attributes, TextArena arena)
{
    private readonly Dictionary<string, TagName> _others = new(StringComparer.Ordinal);
    private int _position;
    private ContentModel _model;
    private string _endName = string.Empty;

    /// <summary>Index of the first character of the last token in the page.</summary>
    public int Offset { get; private set; }

    /// <summary>Index of what follows the last token.</summary>
    public int Position => _position;

    /// <summary>The text of a <see cref="TokenKind.Text"/>.</summary>
    public TextSlice Text { get; private set; }

    /// <summary>The name of a tag.</summary>
    public TagName Tag { get; private set; } = TagName.Document;

    /// <summary>Whether a start tag ends in <c>/&gt;</c>.</summary>
    public bool IsSelfClosing { get; private set; }

    /// <summary>Whether the text that follows stands in SVG or MathML, where CDATA sections are text.</summary>
    public bool IsInForeignContent { get; set; }

    /// <summary>The names of the page that are in no table, in the order they were met.</summary>
    public List<TagName> Others { get; } = [];

    /// <summary>Reads what follows as the text of an element, up to its end tag.</summary>
    public void Enter(ContentModel model, string endName) => (_model, _endName) = (model, endName);

    /// <summary>Reads the next token.</summary>
    public TokenKind Next()
    {
        if (_model != ContentModel.Data && ReadRawText())
        {
            return TokenKind.Text;
        }

        while (true)
        {
            Offset = _position;
            var end = TextEnd(out var isOdd);
            if (end > _position)
            {
                Text = isOdd ? Decode(_position, end, CharacterClass.InRcData, nul: null) : new TextSlice(0, _position, end - _position);
                _position = end;
                if (Text.Length > 0)
                {
                    return TokenKind.Text;
                }
            }
            else if (_position >= html.Length)
            {
                return TokenKind.EndOfFile;
            }
            else if (ReadMarkup() is { } kind)
            {
                return kind;
            }
        }
    }

    /// <summary>What is known of a name in lower case.</summary>
    private TagName Name(ReadOnlySpan<char> name) => TagNames.Html.Find(name) ?? Other(name);

    private TagName Other(ReadOnlySpan<char> name)
    {
        ref var tag = ref CollectionsMarshal.GetValueRefOrAddDefault(_others.GetAlternateLookup<ReadOnlySpan<char>>(), name, out _);
        if (tag is null)
        {
            tag = new TagName(name.ToString(), TagId.Other, TagTraits.None, TagNames.Known.Length + Others.Count);
            Others.Add(tag);
        }

        return tag;
    }

    /// <summary>Where the text at this place ends, and whether some of it is read otherwise than written (13.2.5.1 and 13.2.5.6).</summary>
    private int TextEnd(out bool isOdd)
    {
        isOdd = false;
        var page = html.AsSpan();
        var at = _position;
        while (true)
        {
            var next = isOdd ? page[at..].IndexOf('<') : page[at..].IndexOfAny(CharacterClass.InText);
            if (next < 0)
            {
                return page.Length;
            }

            at += next;
            if (page[at] != '<')
            {
                isOdd = true;
            }
            else if (at + 1 < page.Length && (char.IsAsciiLetter(page[at + 1]) || page[at + 1] is '!' or '?' || (page[at + 1] == '/' && at + 2 < page.Length)))
            {
                return at;
            }

            at++;
        }
    }

    /// <summary>Reads a part of the page with its references resolved and its line ends made one.</summary>
    /// <param name="start">Its first character.</param>
    /// <param name="end">What follows its last one.</param>
    /// <param name="odd">The characters to look at.</param>
    /// <param name="nul">What a NUL is read as; <see langword="null"/> leaves it out.</param>
    /// <param name="inAttribute">Whether it is an attribute's value.</param>
    private TextSlice Decode(int start, int end, System.Buffers.SearchValues<char> odd, char? nul, bool inAttribute = false)
    {
        var text = html.AsSpan(start, end - start);
        Span<char> buffer = stackalloc char[CharacterReferences.MostWritten];
        int copied = -1, at = 0;
        while (text[at..].IndexOfAny(odd) is >= 0 and var next)
        {
            at += next;
            int used = 1, written;
            if (text[at] == '&')
            {
                used = CharacterReferences.Read(text[at..], inAttribute, buffer, out written);
                if (used == 0)
                {
                    at++;
                    continue;
                }
            }
            else if (text[at] == '\r')
            {
                (buffer[0], written) = ('\n', 1);
                used = at + 1 < text.Length && text[at + 1] == '\n' ? 2 : 1;
            }
            else
            {
                (buffer[0], written) = (nul ?? '\0', nul is null ? 0 : 1);
            }

            if (copied < 0)
            {
                // Nothing is read as more characters than it is written in.
                arena.Begin(text.Length);
                copied = 0;
            }

            arena.Append(text[copied..at]);
            arena.Append(buffer[..written]);
            copied = at += used;
        }

        if (copied < 0)
        {
            return new TextSlice(0, start, text.Length);
        }

        arena.Append(text[copied..]);
        return arena.Finish();
    }
}
