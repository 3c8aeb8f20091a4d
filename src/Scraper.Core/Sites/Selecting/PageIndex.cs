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

    private readonly List<int> _elements = new(1024);
    private Place[] _places = new Place[2048];
    private int _count;
    private Dictionary<HtmlElement, int>? _ids;
    private Dictionary<string, List<int>>? _byWord;

    public PageIndex(HtmlTree tree)
    {
        var open = new Stack<(int Id, int NextChild, int LastChild)>();
        open.Push((Add(tree.Root, None), 0, None));
        while (open.TryPop(out var level))
        {
            var children = ((HtmlElement)_places[level.Id].Node).ChildSpan;
            var (id, last) = (None, level.LastChild);
            Depth = level.NextChild < children.Length ? Math.Max(Depth, open.Count + 1) : Depth;
            for (var next = level.NextChild; next < children.Length; next++)
            {
                id = Add(children[next], level.Id);
                _places[id].Previous = last;
                if (last != None)
                {
                    _places[last].Next = id;
                }

                if (children[next] is HtmlElement)
                {
                    _elements.Add(id);
                    open.Push((level.Id, next + 1, id));
                    open.Push((id, 0, None));
                    break;
                }

                (last, id) = (id, None);
            }

            if (id == None)
            {
                _places[level.Id].End = _count;
            }
        }
    }

    /// <summary>All elements, in document order, without the document itself.</summary>
    public List<int> Elements => _elements;

    /// <summary>How deep its elements nest.</summary>
    public int Depth { get; }

    public int Count => _count;

    public HtmlNode this[int id] => _places[id].Node;

    /// <summary>The element of a number; <see langword="null"/> for a text.</summary>
    public HtmlElement? Element(int id) => _places[id].Node as HtmlElement;

    public int Parent(int id) => _places[id].Parent;

    public int Next(int id) => _places[id].Next;

    public int Previous(int id) => _places[id].Previous;

    public int FirstChild(int id) => _places[id].End > id + 1 ? id + 1 : None;

    /// <summary>The number of an element; <see cref="None"/> for one of another page.</summary>
    public int IdOf(HtmlElement element)
    {
        _ids ??= _elements.ToDictionary(e => (HtmlElement)_places[e].Node);
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
    public int End(int id) => _places[id].End;

    private Dictionary<string, List<int>> Words()
    {
        var found = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        var bySpan = found.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var id in _elements)
        {
            var attributes = ((HtmlElement)_places[id].Node).Attributes;
            Note(attributes.Find(AttributeKind.Class), id);
            Note(attributes.Find(AttributeKind.Id), id);
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
        if (_count == _places.Length)
        {
            Array.Resize(ref _places, _count * 2);
        }

        _places[_count] = new Place { Node = node, Parent = parent, Next = None, Previous = None, End = _count + 1 };
        return _count++;
    }

    /// <summary>A node and the numbers of those around it.</summary>
    private struct Place
    {
        public HtmlNode Node;
        public int Parent;
        public int Next;
        public int Previous;
        public int End;
    }
}
