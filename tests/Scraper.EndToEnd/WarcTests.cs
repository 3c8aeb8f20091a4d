using System.Diagnostics;
using System.Text.Json;
using FluentAssertions;
using Xunit;

namespace Scraper.EndToEnd;

public sealed class WarcTests : IDisposable
{
    private const int Pages = 1000;

    /// <summary>Reads a WARC file with nothing but gzip and hashlib, and checks every length and digest.</summary>
    private const string Reader =
        """
        import base64, gzip, hashlib, json, sys, zlib
        data, at, types, urls = open(sys.argv[1], 'rb').read(), 0, {}, []
        sha1 = lambda b: 'sha1:' + base64.b32encode(hashlib.sha1(b).digest()).decode()
        while at < len(data):
            member = zlib.decompressobj(31)
            record = member.decompress(data[at:])
            assert member.eof, at
            at = len(data) - len(member.unused_data)
            head, rest = record.split(b'\r\n\r\n', 1)
            lines = head.decode().split('\r\n')
            assert lines[0] == 'WARC/1.1', lines[0]
            fields = dict(l.split(': ', 1) for l in lines[1:])
            block = rest[:int(fields['Content-Length'])]
            assert rest[len(block):] == b'\r\n\r\n'
            assert sha1(block) == fields['WARC-Block-Digest']
            types[fields['WARC-Type']] = types.get(fields['WARC-Type'], 0) + 1
            if fields['WARC-Type'] == 'response':
                http, body = block.split(b'\r\n\r\n', 1)
                assert http.startswith(b'HTTP/1.1 200 OK\r\n')
                assert sha1(body) == fields['WARC-Payload-Digest']
                urls.append(fields['WARC-Target-URI'])
        print(json.dumps({'types': types, 'urls': len(set(urls))}))
        """;

    private readonly WorkFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_thousand_pages_go_out_and_come_back_as_the_same_articles()
    {
        await StoreAsync();
        (await RunAsync("export", "--warc", "pages.warc.gz")).Error.Should().Contain("1,000 pages");

        if (await ReadWithPythonAsync() is { } read)
        {
            read.Should().Be("""{"types": {"warcinfo": 1, "response": 1000}, "urls": 1000}""");
        }

        var imported = await RunAsync("import", "pages.warc.gz", "--store", "other.db", "--json");
        imported.Exit.Should().Be(0, imported.Error);
        Outcome(imported, "stored").Should().Be(Pages);
        (await StoredFixtures.ReadAsync(_folder["other.db"])).Should().BeEquivalentTo(await StoredFixtures.ReadAsync(_folder["scraper.db"]), o => o.WithStrictOrdering());

        Outcome(await RunAsync("import", "pages.warc.gz", "--store", "other.db", "--json"), "unchanged").Should().Be(Pages, "it changes nothing the second time");
        (await StoredFixtures.LastChangeAsync(_folder["other.db"])).Should().Be(Pages);

        // Damage: a torn member, garbage between two, a flipped byte.
        var bytes = await File.ReadAllBytesAsync(_folder["pages.warc.gz"]);
        bytes[bytes.Length / 2] ^= 0x55;
        await File.WriteAllBytesAsync(_folder["broken.warc.gz"], [.. bytes[..^100], .. "garbage"u8, .. bytes]);
        var broken = await RunAsync("import", "broken.warc.gz", "--store", "third.db", "--json");
        broken.Exit.Should().Be(1);
        broken.HasStackTrace.Should().BeFalse(broken.Error);
        Outcome(broken, "stored").Should().BeInRange(Pages - 2, Pages - 1);
        JsonDocument.Parse(broken.Output).RootElement.GetProperty("broken").GetInt32().Should().BeInRange(2, 4);
        (await RunAsync("db", "check", "--store", "third.db")).Exit.Should().Be(0);
    }

    [Fact]
    public async Task What_a_file_says_commands_no_terminal()
    {
        const string Rest = "WARC-Target-URI: http://a.example/\r\nWARC-Date: 2026-03-01T00:00:00Z\r\nContent-Length: 0\r\n\r\n\r\n\r\n";
        _folder.Write("odd.warc", $"WARC/1.0\r\nWARC-Type: \u001b[31mred\u009b\r\n{Rest}WARC/1.0\r\nWARC-Type: response\r\nWARC-Truncated: \u001b]0;x\u0007\r\n{Rest}WARC/1.\u001b[2J\r\n{Rest}");

        var imported = await RunAsync("import", "odd.warc");

        imported.Exit.Should().Be(1, imported.Error);
        imported.Output.Should().Contain("[31mred").And.Contain("]0;x");
        imported.Error.Should().Contain("[2J");
        (imported.Output + imported.Error).Where(c => char.IsControl(c) && c is not ('\n' or '\r')).Should().BeEmpty();
    }

    private static int Outcome(ScraperResult result, string name) =>
        JsonDocument.Parse(result.Output).RootElement.GetProperty("outcomes").TryGetProperty(name, out var count) ? count.GetInt32() : 0;

    /// <summary>A thousand pages by way of a plain WARC written here, as another crawler would: with chunks and WARC/1.0.</summary>
    private async Task StoreAsync()
    {
        await using (var file = File.Create(_folder["crawl.warc"]))
        {
            for (var i = 0; i < Pages; i++)
            {
                var words = string.Join(' ', Enumerable.Range(0, 60).Select(w => $"word{(i * 7919) + (w * 31)}"));
                var html = $"<html lang=en><head><title>Story {i}</title></head><body><article><h1>Story {i}</h1><p>The council said of number {i}: {words}.</p><p>It ends here, after a second paragraph of some length about {i}.</p></article></body></html>";
                var block = $"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nTransfer-Encoding: chunked\r\n\r\n{html.Length:x}\r\n{html}\r\n0\r\n\r\n";
                await file.WriteAsync(System.Text.Encoding.ASCII.GetBytes(
                    $"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://s{i % 7}.example/story/{i}\r\nWARC-Date: 2026-03-01T12:{i / 60 % 60:00}:{i % 60:00}Z\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: {block.Length}\r\n\r\n{block}\r\n\r\n"));
            }
        }

        var stored = await RunAsync("import", "crawl.warc", "--json");
        Outcome(stored, "stored").Should().Be(Pages, stored.Output);
    }

    private Task<ScraperResult> RunAsync(params string[] arguments) => ScraperProcess.RunAsync(_folder.Path, arguments);

    private async Task<string?> ReadWithPythonAsync()
    {
        _folder.Write("reader.py", Reader);
        try
        {
            using var python = Process.Start(new ProcessStartInfo("python3", ["reader.py", "pages.warc.gz"]) { WorkingDirectory = _folder.Path, RedirectStandardOutput = true })!;
            var output = await python.StandardOutput.ReadToEndAsync();
            await python.WaitForExitAsync();
            return output.Trim();
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }
}
