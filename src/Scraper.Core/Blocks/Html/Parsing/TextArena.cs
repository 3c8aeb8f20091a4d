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
    /// <param name="most">The most characters that will be appended.</param>
    public void Begin(int most)
    {
        if (_current.Length - _end < most)
        {
            _current = GC.AllocateUninitializedArray<char>(Math.Max(Math.Clamp(_current.Length * 2, Smallest, Largest), most));
            _chunks.Add(_current);
            _end = 0;
        }

        _start = _end;
    }

    public void Append(ReadOnlySpan<char> text)
    {
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
}
