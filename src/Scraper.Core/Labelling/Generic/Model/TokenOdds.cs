using System.Numerics;

namespace Scraper.Core.Labelling;

/// <summary>Token odds as shipped with the model: sixteenths, eight bytes a token, so that most of the table stays in the processor's cache.</summary>
internal sealed class TokenOdds : ITokenOdds
{
    /// <summary>Look-ups that wait for memory together.</summary>
    private const int Together = 64;

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
                if (cell.Token == token || cell.Token == 0)
                {
                    return Odds(token, cell);
                }
            }
        }
    }

    public void Find(ReadOnlySpan<uint> tokens, Span<TokenOdd> odds)
    {
        Span<Cell> first = stackalloc Cell[Together];
        for (var start = 0; start < tokens.Length; start += Together)
        {
            var some = tokens[start..Math.Min(tokens.Length, start + Together)];
            for (var i = 0; i < some.Length; i++)
            {
                first[i] = _cells[Slot(some[i])];
            }

            for (var i = 0; i < some.Length; i++)
            {
                odds[start + i] = first[i].Token == some[i] || first[i].Token == 0 ? Odds(some[i], first[i]) : this[some[i]];
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

    /// <summary>What a token's own cell, or the empty one where it would be, says of it; a zero marks an empty cell.</summary>
    private TokenOdd Odds(uint token, Cell cell) => token == 0 ? _ofZero : cell.Odd;

    private int Slot(uint token) => (int)((token * 2654435769) >> _shift);

    private readonly record struct Cell(uint Token, sbyte Any, sbyte Shop)
    {
        public TokenOdd Odd => new(Any / GenericModel.Step, Shop / GenericModel.Step);
    }
}
