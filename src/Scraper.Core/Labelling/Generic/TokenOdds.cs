using System.Numerics;

namespace Scraper.Core.Labelling;

/// <summary>Token odds as shipped with the model: sixteenths, eight bytes a token, so that most of the table stays in the processor's cache.</summary>
internal sealed class TokenOdds : ITokenOdds
{
    private readonly uint[] _tokens;
    private readonly Cell[] _cells;
    private readonly int _shift;
    private readonly TokenOdd _ofZero;

    /// <param name="tokens">Different tokens, in ascending order.</param>
    /// <param name="odds">The odds of each, packed: any, shop.</param>
    public TokenOdds(uint[] tokens, ReadOnlySpan<sbyte> odds)
    {
        // Half full, so that as much of it as can be stays in the processor's cache.
        var bits = Math.Max(4, BitOperations.Log2((uint)tokens.Length * 8 / 5) + 1);
        _shift = 32 - bits;
        _cells = new Cell[1 << bits];
        _tokens = tokens;
        for (var i = 0; i < tokens.Length; i++)
        {
            var cell = new Cell(tokens[i], odds[i * 2], odds[(i * 2) + 1]);
            if (cell.Token == 0)
            {
                // A zero marks an empty cell.
                _ofZero = cell.Odd;
                continue;
            }

            var slot = Slot(cell.Token);
            while (_cells[slot].Token != 0)
            {
                slot = (slot + 1) & (_cells.Length - 1);
            }

            _cells[slot] = cell;
        }
    }

    public ReadOnlySpan<uint> Tokens => _tokens;

    public TokenOdd this[uint token]
    {
        get
        {
            var cells = _cells;
            for (var slot = Slot(token); ; slot = (slot + 1) & (cells.Length - 1))
            {
                var cell = cells[slot];
                if (cell.Token == token)
                {
                    return token == 0 ? _ofZero : cell.Odd;
                }

                if (cell.Token == 0)
                {
                    return default;
                }
            }
        }
    }

    /// <summary>Odds that were just learnt.</summary>
    public static TokenOdds Of(IReadOnlyDictionary<uint, TokenOdd> learnt)
    {
        var sorted = learnt.OrderBy(o => o.Key).ToList();
        sbyte[] odds = [.. sorted.SelectMany(o => (sbyte[])[GenericModel.Packed(o.Value.Any), GenericModel.Packed(o.Value.Shop)])];
        return new TokenOdds([.. sorted.Select(o => o.Key)], odds);
    }

    private int Slot(uint token) => (int)((token * 2654435769) >> _shift);

    private readonly record struct Cell(uint Token, sbyte Any, sbyte Shop)
    {
        public TokenOdd Odd => new(Any / GenericModel.Step, Shop / GenericModel.Step);
    }
}
