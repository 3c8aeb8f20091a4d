using System.Net;

namespace Scraper.Discovery.Feeds;

/// <summary>
/// Reads what is nearly XML: bare ampersands, HTML entities, unclosed or crossed elements, undeclared prefixes, a file that
/// breaks off. Declares no entities, so nothing expands. One pass, no recursion.
/// </summary>
internal sealed class TolerantFeedXml(string document, FeedTree tree)
{
    // Declarations hold from where they stand to the end: the elements of ill-formed files do not nest reliably.
    private readonly Dictionary<string, string> declared = new(StringComparer.Ordinal);
    private int at;

    public FeedNode Read()
    {
        while (at < document.Length)
        {
            var tag = document.IndexOf('<', at);
            if (tag < 0)
            {
                tree.Text(Decode(document[at..]));
                break;
            }

            if (tag > at)
            {
                tree.Text(Decode(document[at..tag]));
            }

            at = tag;
            Markup();
        }

        return tree.Finish();
    }

    private void Markup()
    {
        if (StartsWith("<!--"))
        {
            at = After("-->", at + 4);
        }
        else if (StartsWith("<![CDATA["))
        {
            var end = document.IndexOf("]]>", at, StringComparison.Ordinal);
            tree.Text(document[(at + 9)..(end < 0 ? document.Length : end)]);
            at = end < 0 ? document.Length : end + 3;
        }
        else if (StartsWith("<?"))
        {
            at = After("?>", at + 2);
        }
        else if (StartsWith("<!"))
        {
            SkipDeclaration();
        }
        else if (StartsWith("</"))
        {
            EndTag();
        }
        else if (at + 1 < document.Length && (char.IsLetter(document[at + 1]) || document[at + 1] == '_'))
        {
            StartTag();
        }
        else
        {
            tree.Text("<");
            at++;
        }
    }

    private void SkipDeclaration()
    {
        // A DOCTYPE ends at the first > outside its internal subset.
        var depth = 0;
        for (; at < document.Length; at++)
        {
            depth += document[at] switch { '[' => 1, ']' => -1, _ => 0 };
            if (document[at] == '>' && depth <= 0)
            {
                at++;
                return;
            }
        }
    }

    private void EndTag()
    {
        var end = document.IndexOf('>', at);
        var name = document[(at + 2)..(end < 0 ? document.Length : end)].Trim();
        at = end < 0 ? document.Length : end + 1;
        var (space, local) = Resolve(name, isAttribute: false);
        tree.Close(node => node.Name == local && node.Namespace == space);
    }

    private void StartTag()
    {
        at++;
        var name = Name();
        var raw = new List<(string Name, string Value)>();
        var isEmpty = false;
        while (at < document.Length && document[at] != '>' && document[at] != '<')
        {
            if (document[at] == '/')
            {
                isEmpty = at + 1 < document.Length && document[at + 1] == '>';
                at++;
            }
            else if (char.IsWhiteSpace(document[at]))
            {
                at++;
            }
            else
            {
                raw.Add(Attribute());
            }
        }

        at += at < document.Length && document[at] == '>' ? 1 : 0;
        Open(name, raw, isEmpty);
    }

    private void Open(string name, List<(string Name, string Value)> raw, bool isEmpty)
    {
        foreach (var (key, value) in raw.Where(a => a.Name == "xmlns" || a.Name.StartsWith("xmlns:", StringComparison.Ordinal)).Take(100))
        {
            declared.TryAdd(key.Length > 6 ? key[6..] : string.Empty, value);
        }

        var (space, local) = Resolve(name, isAttribute: false);
        if (local is "item" or "entry")
        {
            tree.Close(node => node.Name == local && node.Namespace == space);
        }

        tree.Open(space, local, [.. raw.Select(a =>
        {
            if (a.Name == "xmlns" || a.Name.StartsWith("xmlns:", StringComparison.Ordinal))
            {
                return new FeedAttribute(FeedNames.Xmlns, a.Name, a.Value);
            }

            var (attributeSpace, attributeName) = Resolve(a.Name, isAttribute: true);
            return new FeedAttribute(attributeSpace, attributeName, a.Value);
        })]);
        if (isEmpty)
        {
            tree.Close();
        }
    }

    private (string Name, string Value) Attribute()
    {
        var name = Name();
        if (name.Length == 0)
        {
            at++;
            return ("?", string.Empty);
        }

        while (at < document.Length && char.IsWhiteSpace(document[at]))
        {
            at++;
        }

        if (at >= document.Length || document[at] != '=')
        {
            return (name, string.Empty);
        }

        at++;
        while (at < document.Length && char.IsWhiteSpace(document[at]))
        {
            at++;
        }

        return (name, Decode(Value()));
    }

    private string Value()
    {
        if (at < document.Length && document[at] is '"' or '\'')
        {
            var end = document.IndexOf(document[at], at + 1);
            var value = document[(at + 1)..(end < 0 ? document.Length : end)];
            at = end < 0 ? document.Length : end + 1;
            return value;
        }

        var start = at;
        while (at < document.Length && document[at] != '>' && !char.IsWhiteSpace(document[at]))
        {
            at++;
        }

        return document[start..at];
    }

    private string Name()
    {
        var start = at;
        while (at < document.Length && (char.IsLetterOrDigit(document[at]) || document[at] is ':' or '-' or '_' or '.'))
        {
            at++;
        }

        return document[start..at];
    }

    private (string Space, string Local) Resolve(string name, bool isAttribute)
    {
        var colon = name.IndexOf(':', StringComparison.Ordinal);
        var prefix = colon < 0 ? string.Empty : name[..colon];
        var space = declared.GetValueOrDefault(prefix);
        if (colon < 0)
        {
            return (isAttribute ? string.Empty : space ?? string.Empty, name);
        }

        return (space ?? FeedNames.OfUndeclared(prefix), name[(colon + 1)..]);
    }

    private int After(string mark, int from)
    {
        var end = from >= document.Length ? -1 : document.IndexOf(mark, from, StringComparison.Ordinal);
        return end < 0 ? document.Length : end + mark.Length;
    }

    private bool StartsWith(string mark) => string.CompareOrdinal(document, at, mark, 0, mark.Length) == 0;

    private static string Decode(string text) => text.Contains('&', StringComparison.Ordinal) ? WebUtility.HtmlDecode(text) : text;
}
