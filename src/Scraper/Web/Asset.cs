using System.Security.Cryptography;

namespace Scraper.Web;

/// <summary>A file that pages are shown with: a style sheet or a script. It comes with the program.</summary>
internal sealed class Asset
{
    private readonly byte[] _bytes;
    private readonly string _type;

    private Asset(string name, string type)
    {
        using var stream = typeof(Asset).Assembly.GetManifestResourceStream($"Scraper.Web.{name}")!;
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        (_bytes, _type, Route) = (bytes.ToArray(), type, $"/assets/{name}");
        Path = $"{Route}?v={Convert.ToHexStringLower(SHA256.HashData(_bytes))[..8]}";
    }

    /// <summary>The one style sheet of our pages.</summary>
    public static Asset StyleSheet { get; } = new("workbench.css", "text/css; charset=utf-8");

    /// <summary>The style sheet of archived pages in their frame.</summary>
    public static Asset FrameStyleSheet { get; } = new("page.css", "text/css; charset=utf-8");

    /// <summary>What makes the rule bench handier.</summary>
    public static Asset BenchScript { get; } = new("bench.js", "text/javascript; charset=utf-8");

    /// <summary>What keeps the page of activity up to date.</summary>
    public static Asset ActivityScript { get; } = new("activity.js", "text/javascript; charset=utf-8");

    private static Asset[] All => [StyleSheet, FrameStyleSheet, BenchScript, ActivityScript];

    /// <summary>Its path, which changes with its content.</summary>
    public string Path { get; }

    /// <summary>Its path without what changes.</summary>
    public string Route { get; }

    public static void MapAssets(IEndpointRouteBuilder app)
    {
        foreach (var asset in All)
        {
            app.MapGet(asset.Route, asset.Get).ExcludeFromDescription();
        }

        app.MapGet("/favicon.ico", () => Results.NoContent()).ExcludeFromDescription(); // Browsers ask for it by themselves.
    }

    private IResult Get(HttpContext context)
    {
        context.Response.Headers.CacheControl = "public, max-age=86400";
        return Results.Bytes(_bytes, _type);
    }
}
