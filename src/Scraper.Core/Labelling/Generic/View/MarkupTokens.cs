using System.Runtime.InteropServices;

namespace Scraper.Core.Labelling;

/// <summary>The tokens by which a page's elements are called, each different one numbered and looked up in the model once.</summary>
internal sealed class MarkupTokens(ITokenOdds odds) : IDisposable
{
    private readonly WordMap _numberOf = new(1024);
    private readonly List<uint> _different = new(1024);
    private readonly List<TokenOdd> _odds = new(1024);
    private readonly List<bool> _areTold = new(1024);
    private readonly List<uint> _told = new(512);

    /// <summary>The tokens that were told, in that order.</summary>
    public ReadOnlySpan<uint> Told => CollectionsMarshal.AsSpan(_told);

    /// <summary>The number of a token, 0 and up.</summary>
    public int Number(uint token)
    {
        var number = _numberOf[token];
        if (number < 0)
        {
            _numberOf[token] = number = _different.Count;
            _different.Add(token);
            _areTold.Add(false);
        }

        return number;
    }

    /// <summary>Asks the model about the tokens that were numbered last.</summary>
    public void Rate()
    {
        var known = _odds.Count;
        CollectionsMarshal.SetCount(_odds, _different.Count);
        odds.Find(CollectionsMarshal.AsSpan(_different)[known..], CollectionsMarshal.AsSpan(_odds)[known..]);
    }

    /// <summary>What the model says of a token that was rated, by its number.</summary>
    public TokenOdd Odds(int number) => _odds[number];

    /// <summary>Notes that a token is one of the page's.</summary>
    public void Tell(int number)
    {
        if (!_areTold[number])
        {
            _areTold[number] = true;
            _told.Add(_different[number]);
        }
    }

    public void Dispose() => _numberOf.Dispose();
}
