namespace Scraper.Fetching.Addresses;

/// <summary>Carries an outcome out of the connect callback, whose only way out is an exception. Never leaves this room.</summary>
internal sealed class DialException(FetchResult outcome, string message, Exception? inner = null) : Exception(message, inner)
{
    public FetchResult Outcome { get; } = outcome;

    public static DialException Refused(string message) => new(new FetchResult.Blocked(BlockReason.Address, message), message);

    public static DialException Failed(FailureKind kind, string message, Exception inner) => new(new FetchResult.Failed(kind, message), message, inner);
}
