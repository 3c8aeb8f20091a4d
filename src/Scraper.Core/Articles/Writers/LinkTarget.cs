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
        var isWhole = address.Contains("://", StringComparison.Ordinal) || !Uri.TryCreate(page, UriKind.Absolute, out _);
        return (isWhole ? Uri.TryCreate(address.Trim(), UriKind.Absolute, out var uri) : Uri.TryCreate(new Uri(page!), address.Trim(), out uri))
            && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps)
            ? address.Contains("://", StringComparison.Ordinal) ? address.Trim() : uri.AbsoluteUri
            : null;
    }
}
