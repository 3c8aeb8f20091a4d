using Microsoft.Extensions.Logging.Abstractions;
using Scraper.Core;
using Scraper.Core.Blocks;
using Scraper.Core.Decoding;
using Scraper.Core.Metadata;
using Scraper.Core.Sites;
using Scraper.Fetching;
using Scraper.Route;
using Scraper.Storage;

namespace Scraper.Cli;

/// <summary>A page on which a rule is tried.</summary>
/// <param name="Url">Its address, or <see langword="null"/>.</param>
/// <param name="Html">Its source.</param>
internal sealed record SitePage(Uri? Url, string Html)
{
    /// <summary>The page's host, or empty.</summary>
    public string Host => Url?.Host ?? string.Empty;

    /// <summary>What the extractor is told of it.</summary>
    /// <param name="rule">The rule to read it by, or <see langword="null"/> for none.</param>
    public PageContext Context(SiteRule? rule) => new() { Url = Url, Rule = rule };

    /// <summary>The page at the address that it gives as its own (<c>rel=canonical</c>), where nobody has said another.</summary>
    /// <param name="cancellationToken">Ends the work early.</param>
    public SitePage AtItsOwnAddress(CancellationToken cancellationToken) =>
        Url is null && UrlText.TryRead(MetadataReader.Read(HtmlTree.Parse(Html, HtmlLimits.Default, cancellationToken), null, null, cancellationToken).CanonicalUrl, out var own) && own.Scheme is "http" or "https"
            ? this with { Url = own }
            : this;

    /// <summary>A page of the archive, read in the encoding that it was served with; <see langword="null"/> where its address is none.</summary>
    public static SitePage? Of(FetchedPage page)
    {
        if (!UrlText.TryRead(page.Url, out _) || !UrlText.TryRead(page.FinalUrl, out var url))
        {
            return null;
        }

        var raw = ArchivedPages.Raw(page);
        return new SitePage(url, PageDecoder.Decode(raw.Body, raw.Charset).Text);
    }

    /// <summary>Reads a saved page, or fetches an address.</summary>
    /// <param name="target">A file, <c>-</c>, or an http or https address.</param>
    /// <param name="url">The address of a saved page, or <see langword="null"/>.</param>
    /// <param name="options">The program's settings for fetching.</param>
    /// <param name="site">The rule by which it is asked for, if any.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="CliException">The page cannot be had.</exception>
    public static async Task<SitePage> ReadAsync(string target, Uri? url, FetchOptions options, SiteRule? site, CancellationToken cancellationToken)
    {
        if (!UrlText.TryRead(target, out var address) || address.Scheme is not ("http" or "https"))
        {
            return File.Exists(target) || target == "-"
                ? new SitePage(url, Text(target, PageDecoder.Decode((await PageFile.ReadAsync(target, cancellationToken)).Body, httpCharset: null)))
                : throw new CliException($"{target}: no such file, and not an http or https address");
        }

        using var fetcher = new PageFetcher(options, new InMemoryFetchStateStore(), TimeProvider.System, NullLogger<PageFetcher>.Instance);
        return await fetcher.FetchAsync(new FetchRequest(address, FetchPurpose.Article, site?.FetchingOf(address) ?? new SiteFetching()), cancellationToken) switch
        {
            FetchResult.Fetched fetched => new SitePage(fetched.Page.FinalUrl, Text(target, PageDecoder.Decode(fetched.Page.Body, fetched.Page.Charset))),
            FetchResult.Blocked blocked => throw new CliException($"{target}: {blocked.Message}", ExitCode.Blocked),
            FetchResult.Failed failed => throw new CliException($"{target}: {failed.Message}", ExitCode.SomeFailed),
            _ => throw new CliException($"{target}: not modified", ExitCode.SomeFailed),
        };
    }

    private static string Text(string target, DecodedPage decoded) => decoded.IsBinary
        ? throw new CliException($"{target}: not a text: its bytes make none in any known encoding", ExitCode.SomeFailed)
        : decoded.Text;
}
