using System.Buffers;
using System.Text;
using Scraper.Core.Blocks;

namespace Scraper.Core.Metadata;

/// <summary>The one walk over a page's tree that fills a <see cref="PageEvidence"/>; no recursion, every list capped.</summary>
internal sealed class EvidenceWalk
{
    private const int MostMarks = 400;
    private const int MostMetas = 1000;
    private const int LongestMark = 400;
    private const int LongestLine = 260;
    private const int LinesAfterHeading = 40;
    private const int LinesBeforeHeading = 12;
    private const int LongestScript = 2_000_000;

    private static readonly SearchValues<string> AuthorPages = ZoneWords.AnyOf(["/author/", "/authors/", "/autor/", "/auteur/", "/by/", "/contributor", "/people/", "/profile/", "/journalist", "/writers/", "/staff/"]);

    private readonly PageEvidence _evidence = new();
    private readonly Stack<(HtmlElement Element, int Next, PageZone Zone)> _open = new();
    private readonly StringBuilder _line = new();
    private readonly Queue<Mark> _recent = new();
    private int _order;
    private int _metas;
    private int _linesWanted;
    private bool _hasHeading;

    private EvidenceWalk()
    {
    }

    public static PageEvidence Collect(HtmlElement root, CancellationToken cancellationToken)
    {
        var walk = new EvidenceWalk();
        walk.Walk(root, cancellationToken);
        return walk._evidence;
    }

    private void Walk(HtmlElement root, CancellationToken cancellationToken)
    {
        _open.Push((root, 0, PageZone.None));
        while (_open.TryPop(out var level))
        {
            // A token is looked at once an element.
            cancellationToken.ThrowIfCancellationRequested();
            var children = level.Element.ChildSpan;
            var entered = false;
            for (var i = level.Next; i < children.Length && !entered; i++)
            {
                if (children[i] is HtmlText text)
                {
                    Append(text.Text.Span);
                }
                else if (children[i] is HtmlElement child)
                {
                    entered = Enter(child, level.Zone, level.Element, i);
                }
            }

            if (!entered && IsBlock(level.Element.Name))
            {
                Flush(level.Zone);
            }
        }
    }

    // Looks at an element; true if the walk goes on inside it.
    private bool Enter(HtmlElement element, PageZone zone, HtmlElement parent, int index)
    {
        _order++;
        switch (element.Name)
        {
            case "meta":
                ReadMeta(element, zone);
                return false;
            case "link":
                ReadLink(element);
                return false;
            case "script":
                ReadScript(element);
                return false;
            case "style" or "template" or "svg" or "iframe" or "select" or "textarea":
                return false;
            case "title":
                _evidence.TitleElement ??= Collapse(element.TextContent());
                return false;
        }

        var (opens, isByline, isDate) = ZoneWords.Read(element);
        var inner = zone | opens;
        if (IsBlock(element.Name))
        {
            Flush(zone);
        }

        Look(element, inner, parent, isByline, isDate);
        _open.Push((parent, index + 1, zone));
        _open.Push((element, 0, inner));
        return true;
    }

    private void Look(HtmlElement element, PageZone zone, HtmlElement parent, bool isByline, bool isDate)
    {
        if (element.Name is "h1" or "h2")
        {
            Add(_evidence.Headings, element, zone, element.Name, element.Class ?? string.Empty);
            if (element.Name == "h1")
            {
                foreach (var line in _recent)
                {
                    Add(_evidence.Lines, line);
                }

                _recent.Clear();
                _hasHeading = true;
                _linesWanted = LinesAfterHeading;
            }
        }

        if (element.Name == "time")
        {
            var value = element.Attribute("datetime") is { Length: > 0 } machine ? machine : Collapse(Text(element));
            Add(_evidence.Times, new Mark(value, _order, zone, "time", $"{element.Class} {element.Attribute("itemprop")} {parent.Class} {(element.Attribute("pubdate") is null ? "" : "pubdate")}"));
        }

        if (element.Attributes.Length == 0)
        {
            return;
        }

        if (element.Attributes.Find("itemtype") is { } type)
        {
            AddString(_evidence.ItemTypes, type.ToString());
        }

        var property = element.Attribute("itemprop") ?? element.Attribute("property");
        if (property is { Length: > 0 and < 100 })
        {
            ReadProperty(element, property, zone);
        }

        if (element.Attributes.Find("rel") is { } rel && rel.Span.Contains("author", StringComparison.OrdinalIgnoreCase))
        {
            Add(_evidence.Bylines, element, zone, "rel");
        }
        else if (element.Attributes.Find("href") is { } href && IsAuthorPage(href.Span))
        {
            Add(_evidence.Bylines, element, zone, "href");
        }
        else if (isByline)
        {
            Add(_evidence.Bylines, element, zone, "class", element.Class ?? string.Empty);
        }

        if (isDate)
        {
            Add(_evidence.Dates, element, zone, "class", $"{element.Class} {element.Id}");
        }
    }

    private void ReadMeta(HtmlElement element, PageZone zone)
    {
        if (element.Attribute("content") is not { } content || string.IsNullOrWhiteSpace(content) || content.Length > 20_000)
        {
            return;
        }

        if (element.Attribute("itemprop") is { Length: > 0 } itemprop && zone != PageZone.None)
        {
            Add(_evidence.Properties, new Mark(Collapse(content), _order, zone, itemprop.ToLowerInvariant()));
        }

        foreach (var attribute in (ReadOnlySpan<string>)["property", "name", "itemprop", "http-equiv"])
        {
            if (element.Attribute(attribute) is { Length: > 0 and < 100 } key && _metas++ < MostMetas)
            {
                Into(_evidence.Metas, key.Trim().ToLowerInvariant(), Collapse(content));
            }
        }
    }

    private void ReadLink(HtmlElement element)
    {
        if (element.Attribute("href") is { Length: > 0 } href && element.Attribute("rel") is { Length: > 0 and < 100 } rel)
        {
            foreach (var token in rel.ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                if (token is "canonical" or "author" or "image_src" or "amphtml" && _metas++ < MostMetas)
                {
                    Into(_evidence.Links, token, href.Trim());
                }
            }
        }
    }

    private void ReadScript(HtmlElement element)
    {
        if (element.Attributes.Find("type") is { } type && type.Span.Contains("ld+json", StringComparison.OrdinalIgnoreCase) && _evidence.JsonLd.Count < 50
            && element.ChildSpan is [HtmlText { Text.Length: < LongestScript } text, ..])
        {
            _evidence.JsonLd.Add(text.Text.ToString());
        }
    }

    private void ReadProperty(HtmlElement element, string property, PageZone zone)
    {
        var value = element.Attribute("content") ?? element.Attribute("datetime")
            ?? (element.Attributes.Find("itemscope") is null ? null : element.Descendants().Take(50).FirstOrDefault(IsName) is { } name ? name.Attribute("content") ?? Text(name) : null)
            ?? Text(element);
        foreach (var token in property.ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var bare = token[(token.LastIndexOf(':') + 1)..];
            Add(_evidence.Properties, new Mark(Cut(Collapse(value), LongestMark), _order, zone, bare));
            if (bare == "headline")
            {
                Add(_evidence.Headings, element, zone, bare);
            }
        }

        static bool IsName(HtmlElement e) => e.Attribute("itemprop") == "name";
    }

    private void Append(ReadOnlySpan<char> text)
    {
        // Lines are wanted only up to where the first heading's text has begun: most of a page is behind that.
        if ((_linesWanted > 0 || !_hasHeading) && _line.Length <= LongestLine && text.Length > 0)
        {
            _ = IsGlued(_line, text) ? _line.Append(' ') : _line;
            _line.Append(text[..Math.Min(text.Length, LongestLine + 1)]);
        }
    }

    private void Flush(PageZone zone)
    {
        if (_line.Length == 0)
        {
            return;
        }

        {
            // A long line says nothing itself; an empty mark keeps where the text begins.
            var text = _line.Length <= LongestLine ? Collapse(_line.ToString()) : string.Empty;
            if (text.Length > 1 || _line.Length > LongestLine)
            {
                var line = new Mark(text, _order, zone, "line");
                if (_linesWanted > 0)
                {
                    _linesWanted--;
                    Add(_evidence.Lines, line);
                }
                else
                {
                    _recent.Enqueue(line);
                    if (_recent.Count > LinesBeforeHeading)
                    {
                        _recent.Dequeue();
                    }
                }
            }
        }

        _line.Clear();
    }

    private void Add(List<Mark> marks, HtmlElement element, PageZone zone, string name, string hint = "")
    {
        var text = Collapse(Text(element));
        if (text.Length is > 0 and <= LongestMark)
        {
            Add(marks, new Mark(text, _order, zone, name, hint));
        }
    }

    private static void Add(List<Mark> marks, Mark mark)
    {
        if (marks.Count < MostMarks)
        {
            marks.Add(mark);
        }
    }

    private static void AddString(List<string> strings, string value)
    {
        if (strings.Count < MostMarks)
        {
            strings.Add(value);
        }
    }

    private static void Into(Dictionary<string, List<string>> map, string key, string value)
    {
        if (!map.TryGetValue(key, out var values))
        {
            map[key] = values = [];
        }

        values.Add(value);
    }

    // The text of a small element, one space where a child element ends: marked elements hold lists of names.
    private static string Text(HtmlElement element)
    {
        var text = new StringBuilder();
        var open = new Stack<(HtmlElement Element, int Next)>();
        open.Push((element, 0));
        while (text.Length <= LongestMark && open.TryPop(out var level))
        {
            var children = level.Element.ChildSpan;
            var i = level.Next;
            for (; i < children.Length; i++)
            {
                if (children[i] is HtmlText run)
                {
                    _ = IsGlued(text, run.Text.Span) ? text.Append(' ') : text;
                    text.Append(run.Text.Span[..Math.Min(run.Text.Length, LongestMark + 1)]);
                }
                else if (children[i] is HtmlElement { Name: not ("script" or "style" or "svg" or "template") } child)
                {
                    open.Push((level.Element, i + 1));
                    open.Push((child, 0));
                    if (IsBlock(child.Name))
                    {
                        text.Append('\n');
                    }

                    break;
                }
            }

            if (i == children.Length && IsBlock(level.Element.Name))
            {
                text.Append('\n');
            }
        }

        return text.ToString();
    }

    // "ByJane DoeMarch 3": elements that only styles keep apart.
    private static bool IsGlued(StringBuilder before, ReadOnlySpan<char> after) =>
        before.Length > 0 && after.Length > 0 && char.IsLower(before[^1]) && (char.IsUpper(after[0]) || char.IsDigit(after[0]));

    private static bool IsAuthorPage(ReadOnlySpan<char> href) => href.Length < 300 && href.ContainsAny(AuthorPages);

    private static bool IsBlock(string name) => name is not ("a" or "abbr" or "b" or "bdi" or "bdo" or "cite" or "code" or "em" or "font" or "i" or "img" or "ins" or "mark" or "q" or "s" or "small" or "span" or "strong" or "sub" or "sup" or "time" or "u" or "wbr" or "data" or "label" or "button" or "picture" or "source" or "address");

    private static string Cut(string text, int length) => text.Length <= length ? text : text[..length];

    /// <summary>White space collapsed to single spaces; a line break stays one.</summary>
    private static string Collapse(string text)
    {
        var collapsed = new StringBuilder(text.Length);
        var gap = '\0';
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c) || c == '\u200B')
            {
                gap = c == '\n' || gap == '\n' ? '\n' : ' ';
                continue;
            }

            if (gap != '\0' && collapsed.Length > 0)
            {
                collapsed.Append(gap == '\n' ? '\n' : ' ');
            }

            gap = '\0';
            collapsed.Append(c);
        }

        return collapsed.ToString();
    }
}
