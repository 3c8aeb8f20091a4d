namespace Scraper.Fetching.Http;

/// <summary>The body as it comes from the wire; remembers whether it ended or failed, so that a decoder's complaint can be told from the network's.</summary>
internal sealed class WireStream(Stream inner) : AsyncForwardStream
{
    /// <summary>Whether the last byte has been read.</summary>
    public bool HasEnded { get; private set; }

    /// <summary>Whether reading failed.</summary>
    public bool HasFailed { get; private set; }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        try
        {
            var read = await inner.ReadAsync(buffer, cancellationToken);
            HasEnded |= read == 0 && buffer.Length > 0;
            return read;
        }
        catch
        {
            HasFailed = true;
            throw;
        }
    }
}
