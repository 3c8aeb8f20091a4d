using System.IO.Compression;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Scraper.Benchmarks.Data;

/// <summary>Reads the development split of WCXB as <c>export.py</c> does.</summary>
internal static partial class BenchmarkReader
{
    public static IReadOnlyList<BenchmarkPage> Read(string folder)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var root = Path.Combine(folder, "wcxb-dev");
        if (!Directory.Exists(root))
        {
            throw new DirectoryNotFoundException($"no folder {root}: --benchmark must name the folder that holds wcxb-dev");
        }

        return
        [
            .. Directory.EnumerateFiles(Path.Combine(root, "ground-truth"), "*.json").Order(StringComparer.Ordinal)
                .AsParallel().AsOrdered().Select(f => ReadPage(root, f)),
        ];
    }

    private static BenchmarkPage ReadPage(string root, string path)
    {
        var id = Path.GetFileNameWithoutExtension(path);
        using var document = JsonDocument.Parse(File.ReadAllBytes(path));
        var page = document.RootElement;
        var gold = page.GetProperty("ground_truth");
        var kind = page.TryGetProperty("_internal", out var inner) && inner.TryGetProperty("page_type", out var type)
            && type.TryGetProperty("primary", out var primary) ? primary.GetString() ?? "article" : "article";
        using var file = new GZipStream(File.OpenRead(Path.Combine(root, "html", id + ".html.gz")), CompressionMode.Decompress);
        using var bytes = new MemoryStream();
        file.CopyTo(bytes);
        var url = Text(page, "url");
        return new BenchmarkPage(
            id, url, RegistrableDomain.Of(url), kind == "category" ? "collection" : kind,
            Decode(bytes.ToArray()), Text(gold, "main_content"), Text(gold, "title"), Text(gold, "author"), Text(gold, "publish_date"));
    }

    private static string Text(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : string.Empty;

    private static string Decode(byte[] raw)
    {
        if (raw is [0xff, 0xfe, ..] or [0xfe, 0xff, ..])
        {
            return (raw[0] == 0xff ? Encoding.Unicode : Encoding.BigEndianUnicode).GetString(raw, 2, raw.Length - 2);
        }

        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(raw).TrimStart('\ufeff');
        }
        catch (DecoderFallbackException)
        {
            var declared = Charset().Match(Encoding.Latin1.GetString(raw, 0, Math.Min(raw.Length, 8192)));
            return Named(declared.Success ? declared.Groups[1].Value : "windows-1252").GetString(raw);
        }
    }

    private static Encoding Named(string name) => name.ToLowerInvariant() switch
    {
        "utf-8" or "utf8" => Encoding.UTF8,
        "iso-8859-1" or "latin-1" or "latin1" or "us-ascii" or "ascii" => Encoding.GetEncoding(1252),
        "gb2312" or "gbk" => Encoding.GetEncoding("gb18030"),
        "x-sjis" => Encoding.GetEncoding("shift_jis"),
        var other => Encoding.GetEncodings().Any(e => e.Name == other) ? Encoding.GetEncoding(other) : Try(other),
    };

    private static Encoding Try(string name)
    {
        try
        {
            return Encoding.GetEncoding(name);
        }
        catch (ArgumentException)
        {
            return Encoding.GetEncoding(1252);
        }
    }

    [GeneratedRegex("""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_:.-]+)""", RegexOptions.IgnoreCase)]
    private static partial Regex Charset();
}
