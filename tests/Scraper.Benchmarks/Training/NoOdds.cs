using Scraper.Core.Labelling;

namespace Scraper.Benchmarks.Training;

/// <summary>Knows no token; for reading pages before anything is learnt.</summary>
internal sealed class NoOdds : ITokenOdds
{
    public TokenOdd this[uint token] => default;
}
