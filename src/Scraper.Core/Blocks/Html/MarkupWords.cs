namespace Scraper.Core.Blocks;

/// <summary>
/// Tells which of some words (small letters, digits and hyphens) stand anywhere in a class or other name, case aside: one step a
/// character however many words there are (Aho and Corasick, "Efficient string matching", CACM 1975).
/// </summary>
internal sealed class MarkupWords
{
    private const int Symbols = 32;

    /// <summary>The symbol of each character; 0 for those in none of the words.</summary>
    private readonly byte[] _symbols = new byte[128];
    private readonly ushort[] _next;
    private readonly uint[] _said;

    /// <param name="groups">Words, and the bits that say that one of them stands in a name.</param>
    public MarkupWords(params ReadOnlySpan<(uint Bits, string[] Words)> groups)
    {
        var states = 1;
        byte symbols = 0;
        foreach (var (_, words) in groups)
        {
            foreach (var c in words.SelectMany(w => w))
            {
                states++;
                if (_symbols[c] == 0)
                {
                    _symbols[c] = _symbols[char.ToUpperInvariant(c)] = ++symbols < Symbols ? symbols : throw new ArgumentException($"words of more than {Symbols - 1} different characters", nameof(groups));
                }
            }
        }

        _next = new ushort[states * Symbols];
        _said = new uint[states];
        ushort last = 0;
        foreach (var (bits, words) in groups)
        {
            foreach (var word in words)
            {
                var state = 0;
                foreach (var c in word)
                {
                    ref var next = ref _next[(state * Symbols) + _symbols[c]];
                    state = next != 0 ? next : next = ++last;
                }

                _said[state] |= bits;
            }
        }

        Link(new ushort[last + 1]);
    }

    /// <summary>The bits of all words that stand in a name.</summary>
    public uint In(ReadOnlySpan<char> name)
    {
        var state = 0;
        var said = 0u;
        var (symbols, next, saidAt) = (_symbols, _next, _said);
        foreach (var c in name)
        {
            state = next[(state * Symbols) + (c < symbols.Length ? symbols[c] : 0)];
            said |= saidAt[state];
        }

        return said;
    }

    /// <summary>Sends every state on to where its longest end that begins a word would go, the shallow states first.</summary>
    private void Link(ushort[] longest)
    {
        var states = new Queue<int>([0]);
        while (states.TryDequeue(out var state))
        {
            _said[state] |= _said[longest[state]];
            for (var symbol = 0; symbol < Symbols; symbol++)
            {
                ref var next = ref _next[(state * Symbols) + symbol];
                var fallback = state == 0 ? (ushort)0 : _next[(longest[state] * Symbols) + symbol];
                if (next == 0)
                {
                    next = fallback;
                }
                else
                {
                    longest[next] = fallback;
                    states.Enqueue(next);
                }
            }
        }
    }
}
