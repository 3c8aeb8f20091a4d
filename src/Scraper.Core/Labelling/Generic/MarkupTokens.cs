namespace Scraper.Core.Labelling;

/// <summary>The tokens by which a page's elements are called, each different one numbered and looked up in the model once.</summary>
internal sealed class MarkupTokens(ITokenOdds odds) : IDisposable
{
    private readonly WordMap _numberOf = new(1024);
    private readonly List<(uint Token, TokenOdd Odds, bool IsTold)> _known = new(1024);
    private readonly List<uint> _told = new(512);

    /// <summary>The tokens that were told, in that order.</summary>
    public IReadOnlyList<uint> Told => _told;

    /// <summary>The number of a token, 0 and up.</summary>
    public int Number(uint token)
    {
        var number = _numberOf[token];
        if (number < 0)
        {
            _numberOf[token] = number = _known.Count;
            _known.Add((token, odds[token], false));
        }

        return number;
    }

    /// <summary>What the model says of a token, by its number.</summary>
    public TokenOdd Odds(int number) => _known[number].Odds;

    /// <summary>Notes that a token is one of the page's.</summary>
    public void Tell(int number)
    {
        var known = _known[number];
        if (!known.IsTold)
        {
            _known[number] = (known.Token, known.Odds, true);
            _told.Add(known.Token);
        }
    }

    public void Dispose() => _numberOf.Dispose();
}
