namespace Scraper.Core.Blocks;

/// <summary>Finds the link of an embedded post, video or sound.</summary>
internal static class EmbedLink
{
    // Providers whose frame is content of the page; a frame from elsewhere is an advert or a widget.
    private static readonly string[] Providers =
    [
        "youtube.com", "youtube-nocookie.com", "youtu.be", "vimeo.com", "dailymotion.com", "dai.ly", "twitter.com", "x.com", "instagram.com",
        "facebook.com", "tiktok.com", "reddit.com", "redditmedia.com", "bsky.app", "threads.net", "t.me", "spotify.com", "soundcloud.com", "ted.com",
        "twitch.tv", "rumble.com", "jwplayer.com", "brightcove.net", "datawrapper.de", "dwcdn.net", "flourish.studio", "infogram.com",
        "documentcloud.org", "scribd.com", "slideshare.net", "codepen.io", "gist.github.com", "google.com/maps", "apple.com", "vk.com", "rutube.ru",
        "bilibili.com", "nicovideo.jp", "naver.com", "kakao.com",
    ];

    private static readonly string[] PostClasses =
        ["twitter-tweet", "twitter-video", "instagram-media", "tiktok-embed", "fb-post", "fb-video", "reddit-card", "reddit-embed-bq", "bluesky-embed", "text-post-media", "telegram-post"];

    /// <summary>The address of a frame or player that shows content, or <see langword="null"/>.</summary>
    public static string? OfFrame(HtmlElement element) => OfSource(element) ?? (element.Name is "video" or "audio"
        ? element.Children.OfType<HtmlElement>().Where(e => e.Name == "source").Select(OfSource).FirstOrDefault(a => a is not null)
        : null);

    private static string? OfSource(HtmlElement element)
    {
        foreach (var name in (ReadOnlySpan<string>)["src", "data-src", "data-lazy-src", "data-litespeed-src"])
        {
            if (element.Attributes.Find(name) is { Length: > 0 } address && IsContent(element, address.Span))
            {
                return address.ToString().Trim();
            }
        }

        return null;
    }

    /// <summary>Elements of a post that are searched for its link; posts in posts would else be searched again and again.</summary>
    private const int LargestPost = 500;

    /// <summary>Whether a <c>blockquote</c> is the fall-back of an embedded post.</summary>
    public static bool IsPost(HtmlElement quote)
    {
        if (quote.Attributes.Find(AttributeKind.Class) is not { Length: > 0 } classes)
        {
            return false;
        }

        foreach (var name in PostClasses)
        {
            if (classes.Span.Contains(name, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The address of an embedded post: an attribute that cites it, else its last link.</summary>
    public static string? OfPost(HtmlElement quote) =>
        quote.Attribute("cite") ?? quote.Attribute("data-instgrm-permalink") ?? quote.Attribute("data-href")
        ?? quote.Descendants().Take(LargestPost).LastOrDefault(e => e.Name == "a" && e.Attribute("href") is { Length: > 0 })?.Attribute("href");

    private static bool IsContent(HtmlElement element, ReadOnlySpan<char> address)
    {
        if (address.StartsWith("data:", StringComparison.OrdinalIgnoreCase) || address.StartsWith("about:", StringComparison.OrdinalIgnoreCase)
            || address.StartsWith("javascript:", StringComparison.OrdinalIgnoreCase) || address.StartsWith("blob:", StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        return element.Name != "iframe" || IsProvider(address);
    }

    private static bool IsProvider(ReadOnlySpan<char> address)
    {
        var start = address.IndexOf("//") is >= 0 and var at ? at + 2 : 0;
        var rest = address[start..];
        var host = rest.IndexOf('/') is >= 0 and var slash ? rest[..slash] : rest;
        foreach (var provider in Providers)
        {
            if (provider.Contains('/', StringComparison.Ordinal)
                ? rest.Contains(provider, StringComparison.OrdinalIgnoreCase)
                : host.EndsWith(provider, StringComparison.OrdinalIgnoreCase)
                    && (host.Length == provider.Length || host[host.Length - provider.Length - 1] == '.'))
            {
                return true;
            }
        }

        return false;
    }
}
