namespace Scraper.Core.Labelling;

/// <summary>How much a token (a part of a class name, a word) speaks for or against body text.</summary>
internal interface ITokenOdds
{
    /// <summary>Natural logarithm of the token's odds against the base rate; 0 for an unknown one.</summary>
    float this[uint token] { get; }
}
