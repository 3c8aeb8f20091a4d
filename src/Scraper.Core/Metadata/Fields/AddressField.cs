using System.Text.Json;

namespace Scraper.Core.Metadata;

/// <summary>Addresses that the page declares, made absolute; only http and https.</summary>
internal static class AddressField
{
    private const int LongestAddress = 2000;
    private static readonly string[] PictureKeys = ["url", "contentUrl", "@id"];

    public static string? Canonical(PageEvidence evidence, Uri? url) =>
        Absolute(evidence.Links.GetValueOrDefault("canonical")?[0], url) ?? Absolute(evidence.Meta("og:url"), url);

    public static string? LeadPicture(PageEvidence evidence, ArticleData data, Uri? url) =>
        Absolute(evidence.Meta("og:image", "og:image:url", "og:image:secure_url"), url)
        ?? Absolute(evidence.Meta("twitter:image", "twitter:image:src", "parsely-image-url", "sailthru.image.full", "thumbnailurl", "image"), url)
        ?? Absolute(data.Article is { } article ? Picture(data.Graph.Values(article, "image").FirstOrDefault()) : null, url)
        ?? Absolute(evidence.Links.GetValueOrDefault("image_src")?[0], url);

    private static string? Picture(JsonElement image)
    {
        if (image.ValueKind == JsonValueKind.String)
        {
            return image.GetString();
        }

        return image.ValueKind == JsonValueKind.Object
            ? PictureKeys.Select(k => image.TryGetProperty(k, out var v) && v.ValueKind == JsonValueKind.String ? v.GetString() : null).FirstOrDefault(v => v is not null)
            : null;
    }

    private static string? Absolute(string? address, Uri? url)
    {
        if (string.IsNullOrWhiteSpace(address) || address.Length > LongestAddress)
        {
            return null;
        }

        var isMade = url is { IsAbsoluteUri: true } ? UrlText.TryJoin(url, address.Trim(), out var absolute) : UrlText.TryRead(address.Trim(), out absolute);
        return isMade && absolute is { IsAbsoluteUri: true } && absolute.Scheme is "http" or "https" ? absolute.AbsoluteUri : null;
    }
}
