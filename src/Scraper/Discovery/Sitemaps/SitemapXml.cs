using System.Net;
using System.Text;

namespace Scraper.Discovery.Sitemaps;

/// <summary>
/// Finds the tags and texts of a sitemap's XML, one after the other. Reads what is nearly XML too: bare ampersands, HTML entities,
/// blanks ahead of the declaration, elements that are not closed, a file that breaks off. Declares no entities, so nothing expands.
/// </summary>
internal sealed class SitemapXml(SitemapText text, SitemapEntries entries)
{
    private const int MaxNameLength = 100;

    private readonly StringBuilder part = new();

    /// <summary>Reads to the end, or until no more is taken.</summary>
    public void Read()
    {
        while (!entries.IsDone && text.Peek() >= 0)
        {
            part.Clear();
            text.GoTo("<", part, SitemapEntries.MaxTextLength);
            entries.Text(WebUtility.HtmlDecode(part.ToString()));
            if (text.Next() >= 0)
            {
                Markup();
            }
        }
    }

    private void Markup()
    {
        switch (text.Peek())
        {
            case '!':
                text.Next();
                Declaration();
                break;
            case '?':
                GoPast("?>");
                break;
            case '/':
                text.Next();
                entries.Close(Name("<>").Trim());
                text.GoTo("<>");
                Take('>');
                break;
            case >= 0 and var first when char.IsLetter((char)first) || first == '_':
                StartTag();
                break;
            default:
                entries.Text("<");
                break;
        }
    }

    private void StartTag()
    {
        var name = Name(" \t\r\n/<>");
        var isEmpty = false;
        while (text.Peek() is >= 0 and not '<' and var next)
        {
            text.Next();
            if (next == '>')
            {
                break;
            }

            isEmpty = next == '/';
            if (next is '"' or '\'')
            {
                text.GoTo([(char)next]);
                text.Next();
            }
        }

        entries.Open(name);
        if (isEmpty)
        {
            entries.Close(name);
        }
    }

    private void Declaration()
    {
        if (Take('-'))
        {
            // "<!-" is no comment, and nothing else either.
            GoPast(Take('-') ? "-->" : ">");
        }
        else if (Take('['))
        {
            part.Clear();
            text.GoTo("[<>", part, MaxNameLength);
            if (Take('['))
            {
                part.Clear();
                GoPast("]]>", part);
                entries.Text(part.ToString());
            }
        }
        else
        {
            // A DOCTYPE ends at the first > outside its internal subset.
            var depth = 0;
            for (var next = text.Next(); next >= 0 && (next != '>' || depth > 0); next = text.Next())
            {
                depth += next switch { '[' => 1, ']' => -1, _ => 0 };
            }
        }
    }

    private string Name(ReadOnlySpan<char> stops)
    {
        part.Clear();
        text.GoTo(stops, part, MaxNameLength);
        return part.ToString();
    }

    private bool Take(char wanted)
    {
        var isNext = text.Peek() == wanted;
        if (isNext)
        {
            text.Next();
        }

        return isNext;
    }

    /// <summary>Goes past the next place where a mark stands, or to the end.</summary>
    private void GoPast(string mark, StringBuilder? passed = null)
    {
        Span<char> last = stackalloc char[mark.Length];
        for (var next = text.Next(); next >= 0; next = text.Next())
        {
            if (passed?.Length < SitemapEntries.MaxTextLength)
            {
                passed.Append((char)next);
            }

            last[1..].CopyTo(last);
            last[^1] = (char)next;
            if (last.SequenceEqual(mark))
            {
                break;
            }
        }

        passed?.Replace(mark, string.Empty);
    }
}
