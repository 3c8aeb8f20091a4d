namespace Scraper.Fetching.Addresses;

/// <summary>Why a URL may not be fetched.</summary>
/// <param name="Reason">The kind of reason.</param>
/// <param name="Message">What exactly, for people.</param>
internal sealed record AddressRefusal(BlockReason Reason, string Message);
