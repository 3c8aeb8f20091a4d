using Scraper.Core.Blocks;

namespace Scraper.Core.Sites;

/// <summary>
/// The light tree laid flat in document order, so that a selector steps from node to node by number. Node 0 is the
/// document. Made once a page; shared by all of its selectors.
/// </summary>
internal sealed class PageIndex
{
    /// <summary>No such node.</summary>
    public const int None = -1;

    private readonly List<HtmlNode> _nodes = [];
    private readonly List<int> _parent = [];
    private readonly List<int> _next = [];
    private readonly List<int> _previous = [];
    private readonly List<int> _end = [];
    private readonly List<int> _elements = [];
    private Dictionary<HtmlElement, int>? _ids;
    private Dictionary<string, List<int>>? _byWord;

    public PageIndex(HtmlTree tree)
    {
        var open = new Stack<(int Id, int NextChild, int LastChild)>();
        open.Push((Add(tree.Root, None), 0, None));
        while (open.TryPop(out var level))
        {
            var children = ((HtmlElement)_nodes[level.Id]).ChildSpan;
            if (level.NextChild == children.Length)
            {
                _end[level.Id] = _nodes.Count;
                continue;
            }

            var child = children[level.NextChild];
            var id = Add(child, level.Id);
            if (level.LastChild != None)
            {
                _next[level.LastChild] = id;
                _previous[id] = level.LastChild;
            }

            open.Push((level.Id, level.NextChild + 1, id));
            Depth = Math.Max(Depth, open.Count);
            if (child is HtmlElement)
            {
                _elements.Add(id);
                open.Push((id, 0, None));
            }
            else
            {
                _end[id] = id + 1;
            }
        }
    }

    /// <summary>All elements, in document order, without the document itself.</summary>
    public List<int> Elements => _elements;

    /// <summary>How deep its elements nest.</summary>
    public int Depth { get; }

    public int Count => _nodes.Count;

    public HtmlNode this[int id] => _nodes[id];

    /// <summary>The element of a number; <see langword="null"/> for a text.</summary>
    public HtmlElement? Element(int id) => _nodes[id] as HtmlElement;

    public int Parent(int id) => _parent[id];

    public int Next(int id) => _next[id];

    public int Previous(int id) => _previous[id];

    public int FirstChild(int id) => _end[id] > id + 1 ? id + 1 : None;

    /// <summary>The number of an element; <see cref="None"/> for one of another page.</summary>
    public int IdOf(HtmlElement element)
    {
        _ids ??= _elements.ToDictionary(e => (HtmlElement)_nodes[e]);
        return _ids.GetValueOrDefault(element, None);
    }

    /// <summary>The elements that have one of these words in their class or id, in document order.</summary>
    /// <param name="words">Words without white space.</param>
    public IReadOnlyList<int> WithAnyOf(IReadOnlyList<string> words)
    {
        _byWord ??= Words();
        return words is [var one] ? _byWord.GetValueOrDefault(one) ?? [] : [.. words.SelectMany(w => _byWord.GetValueOrDefault(w) ?? []).Distinct().Order()];
    }

    /// <summary>The number after the last node below this one.</summary>
    public int End(int id) => _end[id];

    private Dictionary<string, List<int>> Words()
    {
        var found = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        var bySpan = found.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var id in _elements)
        {
            var attributes = ((HtmlElement)_nodes[id]).Attributes;
            Note(attributes.Find("class"), id);
            Note(attributes.Find("id"), id);
        }

        return found;

        void Note(ReadOnlyMemory<char>? names, int id)
        {
            var rest = names is { } all ? all.Span.TrimStart() : default;
            while (!rest.IsEmpty)
            {
                var end = 1;
                while (end < rest.Length && !char.IsWhiteSpace(rest[end]))
                {
                    end++;
                }

                if (!bySpan.TryGetValue(rest[..end], out var elements))
                {
                    bySpan[rest[..end]] = elements = [];
                }

                if (elements.Count == 0 || elements[^1] != id)
                {
                    elements.Add(id);
                }

                rest = rest[end..].TrimStart();
            }
        }
    }

    private int Add(HtmlNode node, int parent)
    {
        _nodes.Add(node);
        _parent.Add(parent);
        _next.Add(None);
        _previous.Add(None);
        _end.Add(None);
        return _nodes.Count - 1;
    }
}
