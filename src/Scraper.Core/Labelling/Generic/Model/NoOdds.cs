namespace Scraper.Core.Labelling;

/// <summary>Knows no token.</summary>
internal sealed class NoOdds : ITokenOdds
{
    public static readonly NoOdds Instance = new();

    public TokenOdd this[uint token] => default;

    public void Find(ReadOnlySpan<uint> tokens, Span<TokenOdd> odds) => odds.Clear();
}
