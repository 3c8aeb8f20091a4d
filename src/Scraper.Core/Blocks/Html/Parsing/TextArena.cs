namespace Scraper.Core.Blocks.Parsing;

/// <summary>Holds the characters of a page that differ from how they are written: references resolved, line ends made one.</summary>
/// <param name="page">The page; its own characters are chunk 0.</param>
internal sealed class TextArena(string page)
{
    private const int Smallest = 512;

    /// <summary>Below what the garbage collector treats as large.</summary>
    private const int Largest = 32 * 1024;

    private readonly List<char[]> _chunks = [];
    private char[] _current = [];
    private int _start;
    private int _end;

    /// <summary>Begins a run; what is appended until <see cref="Finish"/> stands together.</summary>
    public void Begin() => _start = _end;

    public void Append(ReadOnlySpan<char> text)
    {
        if (_current.Length - _end < text.Length)
        {
            Grow(text.Length);
        }

        text.CopyTo(_current.AsSpan(_end));
        _end += text.Length;
    }

    public void Append(char c) => Append(new ReadOnlySpan<char>(in c));

    /// <summary>The run since <see cref="Begin"/>.</summary>
    public TextSlice Finish() => new(_chunks.Count, _start, _end - _start);

    public ReadOnlyMemory<char> Memory(TextSlice slice) =>
        slice.Chunk == 0 ? page.AsMemory(slice.Start, slice.Length) : new ReadOnlyMemory<char>(_chunks[slice.Chunk - 1], slice.Start, slice.Length);

    public ReadOnlySpan<char> Span(TextSlice slice) =>
        slice.Chunk == 0 ? page.AsSpan(slice.Start, slice.Length) : _chunks[slice.Chunk - 1].AsSpan(slice.Start, slice.Length);

    private void Grow(int more)
    {
        var run = _end - _start;
        var size = Math.Max(Math.Min(Math.Max(_current.Length * 2, Smallest), Largest), (run + more) * 2);
        var next = GC.AllocateUninitializedArray<char>(size);
        _current.AsSpan(_start, run).CopyTo(next);
        _chunks.Add(next);
        (_current, _start, _end) = (next, 0, run);
    }
}
