using Scraper.Hosting;

namespace Scraper.Web;

/// <summary>The workbench, the HTTP API and the feeds; the section <c>Web</c>.</summary>
public sealed record WebOptions
{
    /// <summary>Whether <c>scraper run</c> serves them.</summary>
    public bool Enabled { get; init; } = true;

    /// <summary>Where to listen: <c>http://ADDRESS:PORT</c>; port 0 takes a free one, which is logged. Any address that is not loopback needs <see cref="Token"/>.</summary>
    public IReadOnlyList<string> Urls { get; init; } = ["http://127.0.0.1:8655"];

    /// <summary>What callers have to show, at least 16 characters; empty for none.</summary>
    [Secret]
    public string Token { get; init; } = string.Empty;

    /// <summary>Host names under which it may be called, besides <c>localhost</c> and bare addresses: every other name is refused.</summary>
    public IReadOnlyList<string> Hosts { get; init; } = [];

    /// <summary>The address under which people know it, where a proxy stands in front: <c>https://scraper.example</c>; <see langword="null"/> for the one that is called.</summary>
    public Uri? PublicUrl { get; init; }

    /// <summary>The settings without the secret.</summary>
    public override string ToString() => $"{string.Join(", ", Urls)} ({(Token.Length > 0 ? "with" : "without")} token)";
}
