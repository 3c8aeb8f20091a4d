namespace Scraper.Core.Labelling;

/// <summary>How much a token (a part of a class name, a word) speaks for or against body text.</summary>
internal interface ITokenOdds
{
    /// <summary>The token's odds; zeros for an unknown one.</summary>
    TokenOdd this[uint token] { get; }
}
