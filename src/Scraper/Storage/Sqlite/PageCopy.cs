namespace Scraper.Storage.Sqlite;

/// <summary>A page as the difference to an earlier page of the same site.</summary>
internal static class PageCopy
{
    public static byte[] Unpack(ReadOnlySpan<byte> packed, ReadOnlySpan<byte> from, int size) => throw new NotSupportedException();
}
