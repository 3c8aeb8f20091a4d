namespace Scraper.Warc;

/// <summary>What a WARC file holds at a place.</summary>
/// <param name="Offset">Where it begins, in bytes from the file's start; of a compressed record, where its gzip member begins.</param>
internal abstract record WarcEntry(long Offset)
{
    /// <summary>A record.</summary>
    /// <param name="Offset">Where it begins.</param>
    /// <param name="Fields">Its named fields.</param>
    /// <param name="Block">Its block; empty where its type was not asked for.</param>
    public sealed record Record(long Offset, WarcFields Fields, ReadOnlyMemory<byte> Block) : WarcEntry(Offset);

    /// <summary>Something that is no readable record.</summary>
    /// <param name="Offset">Where it begins.</param>
    /// <param name="Reason">What is wrong, for people.</param>
    /// <param name="EndKnown">Whether the record is known to end where the file is read on; otherwise the next one must be searched for.</param>
    public sealed record Broken(long Offset, string Reason, bool EndKnown = false) : WarcEntry(Offset);
}
