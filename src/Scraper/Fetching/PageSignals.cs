namespace Scraper.Fetching;

/// <summary>What a page asks of those who keep or use it. Recorded with each fetch, never acted upon here.</summary>
/// <param name="NoIndex"><c>X-Robots-Tag</c> or <c>meta name=robots</c> says <c>noindex</c> or <c>none</c>, to everyone or to our agent.</param>
/// <param name="NoArchive">The same for <c>noarchive</c>.</param>
/// <param name="TdmReservation">Rights of text and data mining are reserved: <c>tdm-reservation: 1</c> (W3C TDMRep, 2024) as header or meta.</param>
public sealed record PageSignals(bool NoIndex, bool NoArchive, bool TdmReservation)
{
    /// <summary>Nothing asked.</summary>
    public static readonly PageSignals None = new(false, false, false);
}
