using System.IO.Compression;
using System.Text;
using Scraper.Core;
using Scraper.Core.Decoding;
using Scraper.Core.Sites;
using Scraper.Discovery.Feeds;
using Scraper.Discovery.Sitemaps;
using Scraper.Fetching;
using Scraper.Fetching.Robots;
using Scraper.Storage.Sql;
using Scraper.Warc;

namespace Scraper.Tests.Hostile.Fuzzing;

/// <summary>All readers that are fuzzed; a new one is one entry here.</summary>
internal static class FuzzTargets
{
    private static readonly Uri Address = new("https://fuzz.example/a");
    private static readonly Extractor Extractor = new();

    private static readonly string[] Html =
        "<p> </p> <div class=article> </div> <b> </i> <table> <tr> <td> <a href=/x> <a href=\\\\\u202e\\> <base href=//\u037e/> <h1> <script> </script> <style> <!-- --> <![CDATA[ ]]> <svg> <math> <template> <select> <pre> <textarea> <time datetime=2021-03-04> <meta property=og:title content=x> <script type=application/ld+json> {\"@type\":\"NewsArticle\",\"author\":[ ]} <figure><figcaption> <blockquote> <ul> <li> <noscript> <iframe src=https://youtube.com/embed/x> &amp; &#0; &#x110000; &nbsp; \0 \u00a0 By Jane Doe, 4 March 2021 12:30 pm GMT | Related articles (pictured) Photograph: AP © 2021 続きを読む ... … <p>The minister said on Monday that the bridge would be closed for repairs. "
        .Split(' ');

    // Hosts that Uri reads in one form and not in the other.
    private static readonly string[] Links = [@"\\", "//", "http://", "file:", "\u202e", "\u037e", "\u00ad", ":x@", "[::", "%", ":99999"];

    public static IReadOnlyList<FuzzTarget> All { get; } =
    [
        new("decoding", Of("<meta charset=utf-8><p>Grüße", "\ufeff<p>x", "<?xml version='1.0' encoding='iso-2022-jp'?>"), ["<meta charset=", "utf-16le", "shift_jis", "\u001b$B", "'", "<meta http-equiv=content-type content='text/html; charset=", "x-user-defined"], b => PageDecoder.Decode(b, b.Length % 2 == 0 ? null : "gb18030")),
        new("page", Of(Page(0), Page(1), Page(2)), Html, b => Extractor.ExtractHtml(Text(b), new PageContext { Url = Address }, CancellationToken.None)),
        new("page of odd data", Of([.. Enumerable.Range(0, 300).Select(FuzzPage.Of)]), ["\\", "\"", "\\u", "\\ud83d", "\\😀", "'", "<", "</script>", "<script type=application/ld+json>", "<!--", "/*", "//", "{", "}", "[", "]", ":", ",", "&#"], b => Extractor.ExtractHtml(Text(b), new PageContext { Url = Address, Now = DateTimeOffset.UnixEpoch.AddYears(60) }, CancellationToken.None)),
        new("plain text", Of("Headline\n\nBy Jane Doe\n4 March 2021\n\nThe minister said on Monday that it would be closed.\n\nRelated articles\n- One\n"), ["\n", "\r", "\n\n", "- ", "* ", "# ", "Comments", "Read more: ", "BY", "By Jane Doe\n", "– ", "12:30\n", "4 March 2021\n", "The minister said on Monday that the bridge would be closed for repairs."], b => Extractor.ExtractText(Text(b), Address, CancellationToken.None)),
        new("site rule", Of("name: Fuzz\nhosts: [fuzz.example]\nbody: article\n", "hosts: [a.example]\nremove: [.x, //p]\n"), ["\n", "  ", ": ", "- ", "[", "]", "{", "}", "&a ", "*a", "|", ">", "#", "'", "\"", "!!", "body", "hosts", "remove", "title", "layouts", "? ", "---", "%YAML 1.1", ".a > b:not(", "//*[@class='x' and "], b => SiteRuleReader.Read("fuzz.yaml", Text(b))),
        new("ftr rule", Of("title: //h1\nbody: //div[@id='a']\nstrip: //p\nfind_string: a\nreplace_string: b\n"), ["\n", "body: ", "strip_id_or_class: ", "//", "[", "]", "@", "'", "(", ")", "contains(", "replace_string(", "prune: no", "http_header(", "*"], b => FtrReader.Read("fuzz.example.txt", Text(b))),
        new("feed", Of("<rss version='2.0'><channel><title>x</title><item><title>a</title><link>/a</link><pubDate>Thu, 04 Mar 2021 12:00:00 GMT</pubDate></item></channel></rss>", "<feed xmlns='http://www.w3.org/2005/Atom'><entry><id>x</id><link href='/a'/></entry></feed>", "{\"version\":\"https://jsonfeed.org/version/1.1\",\"items\":[{\"id\":\"1\",\"url\":\"/a\"}]}"), ["<item>", "</item>", "<entry>", "<link>", "<![CDATA[", "]]>", "&", "<!DOCTYPE x [<!ENTITY a 'b'>]>", "&a;", "<rdf:RDF>", "xmlns:x='y'", "{\"", "[", "\ufffe", "<?xml version='1.1' encoding='x'?>", .. Links], b => FeedReader.Read(b, b.Length % 3 == 0 ? "application/json" : "application/xml", null, Address)),
        new("sitemap", Of("<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'><url><loc>https://fuzz.example/a</loc><lastmod>2021-03-04</lastmod></url></urlset>", "<sitemapindex><sitemap><loc>/s.xml</loc></sitemap></sitemapindex>"), ["<url>", "<loc>", "</loc>", "<news:news>", "<lastmod>", "\u001f\u008b", "<!ENTITY", "&", "https://fuzz.example/", .. Links], b => SitemapReader.Read(new RawPage { RequestedUrl = Address, FinalUrl = Address, Status = 200, Headers = new Dictionary<string, string>(), Body = b, FetchedAt = DateTimeOffset.UnixEpoch })),
        new("robots", Of("User-agent: *\nDisallow: /a*b$\nAllow: /\nCrawl-delay: 2\nSitemap: /s.xml\n"), ["\n", "\r", "User-agent: ", "Disallow: ", "Allow: ", "*", "$", "%2f", "%", "#", "Crawl-delay: 1e309", "Request-rate: 1/0", "\0", "Sitemap: ", .. Links], b => RobotsTxt.Parse(b)),
        new("warc", [Warc("<p>The minister said on Monday."), Packed(GZipStream, Warc("<p>x")), [.. Warc("a"), .. Warc("b")]], ["\r\n", "\r\n\r\n", "WARC/1.0\r\n", "WARC/1.1\r\n", "Content-Length: ", "0", "-1", "99999999999999999999", "WARC-Type: response\r\n", "WARC-Target-URI: <http://", "HTTP/1.1 200 OK\r\n", "Content-Encoding: gzip\r\n", "Content-Encoding: br\r\n", "Transfer-Encoding: chunked\r\n", "ffffffff\r\n", "WARC-Block-Digest: sha1:", "\u001f"], ReadWarc),
        new("stored page", [Packed(BrotliStream, "<p>The minister said on Monday that the bridge would be closed."u8.ToArray())], ["<p>", "\0", "\u00ff"], b => Tolerate(() => PageCodec.Unpack(b, 63))),
    ];

    private static byte[][] Of(params string[] seeds) => [.. seeds.Select(s => Encoding.UTF8.GetBytes(s))];

    private static string Text(byte[] bytes) => Encoding.UTF8.GetString(bytes);

    private static byte[] Warc(string body)
    {
        var http = $"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n{body}";
        return Encoding.Latin1.GetBytes($"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: <http://fuzz.example/>\r\nWARC-Date: 2026-03-01T00:00:00Z\r\nContent-Length: {http.Length}\r\n\r\n{http}\r\n\r\n");
    }

    private static void ReadWarc(byte[] file)
    {
        var limits = new WarcLimits { BodyBytes = 1_000_000 };
        using var stream = new MemoryStream(file, writable: false);
        foreach (var entry in new WarcReader(stream, limits, fields => fields.Type == "response").Read())
        {
            if (entry is WarcEntry.Record { Fields.Type: "response" } record)
            {
                Tolerate(() => ResponseRecord.ReadAsync(record, limits, CancellationToken.None).GetAwaiter().GetResult());
            }
        }
    }

    /// <summary>Runs what says by this one exception that its input is damaged.</summary>
    private static void Tolerate(Action read)
    {
        try
        {
            read();
        }
        catch (InvalidDataException)
        {
            // Its callers report the record by name.
        }
    }

    private static byte[] Packed(Func<Stream, Stream> coding, byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var coder = coding(packed))
        {
            coder.Write(bytes);
        }

        return packed.ToArray();
    }

    private static Stream GZipStream(Stream to) => new GZipStream(to, CompressionLevel.Fastest, leaveOpen: true);

    private static Stream BrotliStream(Stream to) => new BrotliStream(to, CompressionLevel.Fastest, leaveOpen: true);

    private static string Page(int number) => $"""
        <html lang=en><head><title>Harbour bridge {number} | Fuzz</title><meta property=og:title content="Harbour bridge {number}"></head>
        <body><nav><a href=/>Home</a></nav><article><h1>Harbour bridge {number}</h1><p class=byline>By Jane Doe</p><time datetime=2021-03-0{number + 1}>x</time>
        <p>The minister said on Monday that the bridge would be closed for repairs.</p><figure><img><figcaption>The bridge (pictured)</figcaption></figure></article></body></html>
        """;
}
