namespace Scraper.Storage.Sql;

/// <summary>
/// Keys of the table <c>band</c>: epoch (15 bits), band (32), article within the epoch (16). Articles of one epoch that
/// share a band lie side by side, and new rows fall on the pages of the last epoch, however large the store is.
/// </summary>
internal static class BandKey
{
    /// <summary>Articles an epoch.</summary>
    public const int ArticlesPerEpoch = 1 << ArticleBits;

    private const int ArticleBits = 16;
    private const int BandBits = 32;

    /// <summary>The epoch of an article.</summary>
    public static long EpochOf(long articleId) => articleId >> ArticleBits;

    /// <summary>The least key of a band in an epoch; the others follow within <see cref="ArticlesPerEpoch"/>.</summary>
    /// <param name="epoch">The epoch.</param>
    /// <param name="band">A 48-bit band of MinHash, of which the upper 32 bits count.</param>
    public static long First(long epoch, long band) => (epoch << (ArticleBits + BandBits)) | ((band >> (48 - BandBits)) << ArticleBits);

    /// <summary>The key of an article in a band.</summary>
    public static long Of(long articleId, long band) => First(EpochOf(articleId), band) | (articleId & (ArticlesPerEpoch - 1));

    /// <summary>The article of a key.</summary>
    public static long Article(long key) => (key >> (ArticleBits + BandBits) << ArticleBits) | (key & (ArticlesPerEpoch - 1));

    /// <summary>A key as if it were of the first epoch.</summary>
    public static long WithoutEpoch(long key) => key & ((1L << (ArticleBits + BandBits)) - 1);

    /// <summary>The least key of the band that a key belongs to.</summary>
    public static long Band(long key) => key & ~(ArticlesPerEpoch - 1L);
}
