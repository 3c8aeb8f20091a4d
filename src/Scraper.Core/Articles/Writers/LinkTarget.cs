namespace Scraper.Core.Articles;

/// <summary>Where a link of an article leads.</summary>
internal static class LinkTarget
{
    /// <summary>The absolute http or https address of a link as the page writes it, or <see langword="null"/> for any other.</summary>
    /// <param name="article">The article, by whose address relative ones are resolved.</param>
    /// <param name="address">The address in the page.</param>
    public static string? Of(Article article, string? address) => Of(article.Url, address);

    /// <inheritdoc cref="Of(Article, string?)"/>
    /// <param name="page">The address of the page, or <see langword="null"/> or empty.</param>
    /// <param name="address">The address in the page.</param>
    public static string? Of(string? page, string? address)
    {
        if (string.IsNullOrWhiteSpace(address))
        {
            return null;
        }

        // Not Uri.TryCreate(…, UriKind.Absolute) first: it takes "/a" for a file on Unix.
        var text = address.Trim();
        var isWhole = HasScheme(text);
        return (isWhole || !UrlText.TryRead(page, out var home) ? UrlText.TryRead(text, out var uri) : UrlText.TryJoin(home, text, out uri))
            && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps)
            ? isWhole ? text : uri.AbsoluteUri
            : null;
    }

    /// <summary>The same; a relative address as it stands where the article's own is not known.</summary>
    /// <param name="article">The article.</param>
    /// <param name="address">The address in the page.</param>
    public static string? Written(Article article, string? address) =>
        Of(article, address) ?? (string.IsNullOrWhiteSpace(address) || HasScheme(address.Trim()) || UrlText.TryRead(article.Url, out _) ? null : address.Trim());

    // RFC 3986, 3.1; "/web/2020/https://example.org/" has none of its own. A browser reads through tabs and line ends in it.
    private static bool HasScheme(string address)
    {
        var end = address.AsSpan().IndexOfAny(":/?#");
        return end > 0 && address[end] == ':';
    }
}
