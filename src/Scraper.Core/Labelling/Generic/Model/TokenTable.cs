namespace Scraper.Core.Labelling;

/// <summary>Where each of many tokens (already hashes) stands in a list: one multiplication and mostly one look.</summary>
internal sealed class TokenTable
{
    /// <summary>Look-ups that wait for memory together.</summary>
    private const int Together = 64;

    private readonly (uint Token, int Place)[] _slots;
    private readonly int _shift;

    /// <param name="tokens">Different tokens; their places are 0, 1, 2 ….</param>
    public TokenTable(ReadOnlySpan<uint> tokens)
    {
        var bits = Math.Max(4, System.Numerics.BitOperations.Log2((uint)tokens.Length * 8 / 5) + 1);
        _shift = 32 - bits;
        _slots = new (uint, int)[1 << bits];
        for (var place = 0; place < tokens.Length; place++)
        {
            var slot = Slot(tokens[place]);
            while (_slots[slot].Place != 0)
            {
                slot = (slot + 1) & (_slots.Length - 1);
            }

            _slots[slot] = (tokens[place], place + 1);
        }
    }

    /// <summary>The place of a token; -1 for an unknown one.</summary>
    public int Find(uint token)
    {
        var slots = _slots;
        for (var at = Slot(token); ; at = (at + 1) & (slots.Length - 1))
        {
            var slot = slots[at];
            if (slot.Token == token || slot.Place == 0)
            {
                return slot.Place - 1;
            }
        }
    }

    /// <summary>The places of many tokens, as <see cref="Find(uint)"/> tells each.</summary>
    public void Find(ReadOnlySpan<uint> tokens, Span<int> places)
    {
        Span<(uint Token, int Place)> first = stackalloc (uint, int)[Together];
        for (var start = 0; start < tokens.Length; start += Together)
        {
            var some = tokens[start..Math.Min(tokens.Length, start + Together)];
            for (var i = 0; i < some.Length; i++)
            {
                first[i] = _slots[Slot(some[i])];
            }

            for (var i = 0; i < some.Length; i++)
            {
                places[start + i] = first[i].Token == some[i] || first[i].Place == 0 ? first[i].Place - 1 : Find(some[i]);
            }
        }
    }

    private int Slot(uint token) => (int)((token * 2654435769) >> _shift);
}
