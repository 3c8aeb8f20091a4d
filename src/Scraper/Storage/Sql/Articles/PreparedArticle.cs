using System.Security.Cryptography;
using System.Text;
using Scraper.Core.Articles;
using Scraper.Core.Fingerprints;

namespace Scraper.Storage.Sql;

/// <summary>An article with all that its row needs, computed on the caller's thread so that the writer only writes.</summary>
internal sealed class PreparedArticle
{
    public PreparedArticle(Article article)
    {
        article = PlainArticle.Of(article);
        Article = article;
        TextHash = HashOf(article);
        Blocks = new Lazy<string>(() => BlockJson.Write(article.Blocks));
        Shingles = new Lazy<ShingleSet>(() => ShingleSet.Of(article.Text));
        Bands = new Lazy<IReadOnlyList<long>>(() => MinHash.Bands(Shingles.Value));
        PackedBands = new Lazy<byte[]>(() => Sql.PackedBands.Write(Bands.Value));
        Sketch = new Lazy<byte[]>(() => ShingleSketch.Of(Shingles.Value));
        Credits = new Lazy<string>(() => ArticleJson.Strings(CreditReader.Shipped.Read(article.Text)));
        Metadata = new Lazy<string>(() => ArticleJson.Metadata(article.Metadata));
    }

    public Article Article { get; }

    /// <summary>SHA-256 of title and body.</summary>
    public byte[] TextHash { get; }

    public Lazy<string> Blocks { get; }

    public Lazy<ShingleSet> Shingles { get; }

    public Lazy<IReadOnlyList<long>> Bands { get; }

    public Lazy<byte[]> PackedBands { get; }

    public Lazy<byte[]> Sketch { get; }

    /// <summary>Whom the body credits, as JSON.</summary>
    public Lazy<string> Credits { get; }

    /// <summary>As JSON.</summary>
    public Lazy<string> Metadata { get; }

    /// <summary>Does the costly parts now.</summary>
    public void Compute() => _ = (Blocks.Value, PackedBands.Value, Sketch.Value, Credits.Value, Metadata.Value);

    public static byte[] HashOf(Article article) => HashOf(article.Title, article.Text);

    public static byte[] HashOf(string title, string text) => SHA256.HashData(Encoding.UTF8.GetBytes($"{title}\n{text}"));
}
