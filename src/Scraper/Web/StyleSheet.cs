using System.Security.Cryptography;

namespace Scraper.Web;

/// <summary>The one style sheet.</summary>
internal static class StyleSheet
{
    private static readonly byte[] Css = Read();

    /// <summary>Its path, which changes with its content.</summary>
    public static string Path { get; } = $"/assets/workbench.css?v={Convert.ToHexStringLower(SHA256.HashData(Css))[..8]}";

    public static void MapAssets(this IEndpointRouteBuilder app)
    {
        app.MapGet("/assets/workbench.css", (HttpContext context) =>
        {
            context.Response.Headers.CacheControl = "public, max-age=86400";
            return Results.Bytes(Css, "text/css; charset=utf-8");
        }).ExcludeFromDescription();
        app.MapGet("/favicon.ico", () => Results.NoContent()).ExcludeFromDescription(); // Browsers ask for it by themselves.
    }

    private static byte[] Read()
    {
        using var stream = typeof(StyleSheet).Assembly.GetManifestResourceStream("Scraper.Web.workbench.css")!;
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
