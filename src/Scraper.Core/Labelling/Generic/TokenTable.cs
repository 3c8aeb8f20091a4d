namespace Scraper.Core.Labelling;

/// <summary>Where each of many tokens (already hashes) stands in a list: one multiplication and mostly one look.</summary>
internal sealed class TokenTable
{
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

    private int Slot(uint token) => (int)((token * 2654435769) >> _shift);
}
