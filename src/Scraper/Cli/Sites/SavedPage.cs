using Scraper.Core.Decoding;

namespace Scraper.Cli;

/// <summary>A saved page beside which the article stands that is expected from it.</summary>
/// <param name="path">The page's file; its folder is named after the host.</param>
internal sealed class SavedPage(string path)
{
    private readonly Lazy<ExpectedArticle> _expected = new(() => ExpectedArticle.Read(System.IO.Path.ChangeExtension(path, ".json")));

    /// <summary>The page's file.</summary>
    public string Path => path;

    /// <summary>The host.</summary>
    public string Host { get; } = System.IO.Path.GetFileName(System.IO.Path.GetDirectoryName(path)!);

    /// <summary>The article expected.</summary>
    /// <exception cref="CliException">The file holds none.</exception>
    public ExpectedArticle Expected => _expected.Value;

    /// <summary>The page, at the address that the expected article gives.</summary>
    public SitePage Read() => new(Expected.Url, PageDecoder.Decode(File.ReadAllBytes(path), httpCharset: null).Text);
}
