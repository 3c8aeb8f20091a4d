using System.Security.Cryptography;
using System.Text.Json;

namespace Scraper.Demo;

/// <summary>One saved site: the files of its folder by the path under which they are served.</summary>
internal sealed class FixtureSite
{
    private readonly string _folder;
    private readonly IReadOnlyDictionary<string, string> _routes;

    private FixtureSite(string folder, IReadOnlyDictionary<string, string> routes)
    {
        _folder = folder;
        _routes = routes;
    }

    /// <summary>The host it stands for: the folder's name.</summary>
    public string Host => Path.GetFileName(_folder);

    /// <summary>All sites below a folder, by host.</summary>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public static IReadOnlyList<FixtureSite> ReadAll(string folder) =>
    [
        .. Directory.GetDirectories(folder)
            .Where(d => File.Exists(Path.Combine(d, "routes.json")))
            .Order(StringComparer.Ordinal)
            .Select(d => new FixtureSite(d, JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllBytes(Path.Combine(d, "routes.json")))!)),
    ];

    /// <summary>The page at a path with its media type and entity tag, or <see langword="null"/>.</summary>
    public (byte[] Body, string ContentType, string ETag)? Find(string path)
    {
        if (!_routes.TryGetValue(path, out var file))
        {
            return null;
        }

        var body = File.ReadAllBytes(Path.Combine(_folder, file));
        return (body, ContentType(file), $"\"{Convert.ToHexStringLower(SHA256.HashData(body).AsSpan(0, 8))}\"");
    }

    private static string ContentType(string file) => Path.GetExtension(file) switch
    {
        ".html" => "text/html; charset=utf-8",
        ".xml" => "application/xml; charset=utf-8",
        _ => "text/plain; charset=utf-8",
    };
}
