namespace Scraper.Core.Blocks.Parsing;

/// <summary>The attributes of all elements of a page, those of one element side by side.</summary>
/// <param name="values">Numbers the values by which elements are called.</param>
/// <param name="expected">How many attributes the page may have; more are no error.</param>
internal sealed class AttributeStore(AttributeValues values, int expected)
{
    /// <summary>Attributes kept in one array: few enough that little of the last one stays empty.</summary>
    private const int Largest = 256;

    private const int MostCompared = 24;

    /// <summary>Each merge writes the attributes anew.</summary>
    private const int MostMerged = 64;

    private readonly List<HtmlAttribute[]> _chunks = [];
    private HtmlAttribute[] _current = [];
    private int _start;
    private int _end;
    private ulong _kinds;
    private int _unknown;
    private HashSet<string>? _names;

    /// <summary>How many attributes the tag that is being read has so far.</summary>
    public int Pending => _end - _start;

    /// <summary>The attributes of the tag that is being read.</summary>
    public ReadOnlySpan<HtmlAttribute> PendingPairs => _current.AsSpan(_start, Pending);

    /// <summary>Begins a tag; what the one before it did not <see cref="Keep"/> is dropped.</summary>
    public void Begin()
    {
        _end = _start;
        _kinds = 0;
        _unknown = 0;
        _names?.Clear();
    }

    /// <summary>Adds an attribute, unless the tag has one of that name already.</summary>
    public void Add(ReadOnlyMemory<char> name, ReadOnlyMemory<char> value)
    {
        var kind = AttributeKinds.Of(name.Span);
        if (kind == AttributeKind.Unknown ? IsRepeated(name.Span) : (_kinds & (1ul << (int)kind)) != 0)
        {
            return;
        }

        _kinds |= 1ul << (int)kind;
        Add(new HtmlAttribute(name, value, kind, AttributeKinds.IsNaming(kind) ? values.Number(value) : -1));
    }

    /// <summary>Gives the pending attributes to an element.</summary>
    public AttributeRange Keep()
    {
        var range = new AttributeRange(_chunks.Count - 1, _start, Pending);
        _start = _end;
        return range.Count == 0 ? default : range;
    }

    /// <summary>The attributes of an element, with those pending ones that it lacks; one that has very many takes no more.</summary>
    public AttributeRange Merge(AttributeRange own)
    {
        var more = PendingPairs.ToArray();
        var known = Pairs(own);
        _end = _start;
        if (own.Count > MostMerged || Array.TrueForAll(more, pair => known.Find(pair.Name.Span) is not null))
        {
            return own;
        }

        foreach (ref readonly var pair in known.Pairs)
        {
            Add(pair);
        }

        foreach (ref readonly var pair in more.AsSpan())
        {
            if (known.Find(pair.Name.Span) is null)
            {
                Add(pair);
            }
        }

        return Keep();
    }

    public HtmlAttributeMap Pairs(AttributeRange range) => range.Count == 0 ? default : new(_chunks[range.Chunk], range.Start, range.Count);

    /// <summary>Gives the pending attributes the names that they have in SVG or MathML.</summary>
    public void Rename(Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> names)
    {
        foreach (ref var pair in _current.AsSpan(_start, Pending))
        {
            if (names.TryGetValue(pair.Name.Span, out var name))
            {
                pair = pair with { Name = name.AsMemory() };
            }
        }
    }

    private void Add(in HtmlAttribute attribute)
    {
        if (_end == _current.Length)
        {
            var pending = Pending;
            var next = new HtmlAttribute[Math.Max(Math.Clamp(_chunks.Count == 0 ? expected : Largest, 8, Largest), (pending + 1) * 2)];
            PendingPairs.CopyTo(next);
            _chunks.Add(next);
            (_current, _start, _end) = (next, 0, pending);
        }

        _current[_end++] = attribute;
    }

    /// <summary>Whether the tag has a name that nobody asks for already; many are not compared one by one.</summary>
    private bool IsRepeated(ReadOnlySpan<char> name)
    {
        if (_unknown == MostCompared)
        {
            _names ??= new HashSet<string>(StringComparer.Ordinal);
            foreach (ref readonly var pair in PendingPairs)
            {
                _names.Add(pair.Name.ToString());
            }
        }

        if (_unknown >= MostCompared)
        {
            _unknown++;
            return !_names!.GetAlternateLookup<ReadOnlySpan<char>>().Add(name);
        }

        foreach (ref readonly var pair in PendingPairs)
        {
            if (pair.Kind == AttributeKind.Unknown && pair.Name.Span.SequenceEqual(name))
            {
                return true;
            }
        }

        _unknown++;
        return false;
    }
}
