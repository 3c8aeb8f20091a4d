namespace Scraper.Core.Articles;

/// <summary>What an embedded thing is, by its link.</summary>
internal static class EmbedType
{
    private static readonly (string Type, string[] Hosts)[] Types =
    [
        ("Video", ["youtube.com", "youtube-nocookie.com", "youtu.be", "vimeo.com", "dailymotion.com", "dai.ly", "ted.com", "twitch.tv", "rumble.com", "jwplayer.com", "brightcove.net", "rutube.ru", "bilibili.com", "nicovideo.jp"]),
        ("Post", ["twitter.com", "x.com", "instagram.com", "facebook.com", "tiktok.com", "reddit.com", "redditmedia.com", "bsky.app", "threads.net", "t.me", "vk.com"]),
        ("Audio", ["spotify.com", "soundcloud.com"]),
        ("Chart", ["datawrapper.de", "dwcdn.net", "flourish.studio", "infogram.com"]),
        ("Document", ["documentcloud.org", "scribd.com", "slideshare.net"]),
    ];

    /// <summary><c>Video</c>, <c>Post</c>, <c>Audio</c>, <c>Chart</c>, <c>Document</c> or <c>Embed</c>.</summary>
    /// <param name="link">Its address.</param>
    public static string Of(string link)
    {
        var address = link.StartsWith("//", StringComparison.Ordinal) ? $"https:{link}" : link;
        if (!UrlText.TryRead(address, out var uri))
        {
            return "Embed";
        }

        return Array.Find(Types, t => t.Hosts.Any(h => uri.Host == h || uri.Host.EndsWith($".{h}", StringComparison.Ordinal))).Type ?? Path.GetExtension(uri.AbsolutePath) switch
        {
            ".mp4" or ".webm" or ".m3u8" or ".mov" => "Video",
            ".mp3" or ".m4a" or ".ogg" or ".wav" => "Audio",
            _ => "Embed",
        };
    }
}
