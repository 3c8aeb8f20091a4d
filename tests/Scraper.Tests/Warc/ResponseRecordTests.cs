using System.IO.Compression;
using System.Text;
using FluentAssertions;
using Scraper.Warc;
using Xunit;

namespace Scraper.Tests.Warc;

public sealed class ResponseRecordTests
{
    [Theory]
    [InlineData("", "abcd", "abcd")]
    [InlineData("Transfer-Encoding: chunked\r\n", "2\r\nab\r\n2;x=y\r\ncd\r\n0\r\n\r\n", "abcd")]
    [InlineData("Transfer-Encoding: chunked\r\n", "<p>the crawler undid the chunks</p>\n", "<p>the crawler undid the chunks</p>\n")]
    [InlineData("Content-Encoding: gzip\r\n", "<p>and the coding</p>", "<p>and the coding</p>")]
    [InlineData("Content-Encoding: br\r\n", "<p>and the coding</p>", "<p>and the coding</p>")]
    [InlineData("Content-Encoding: deflate\r\n", "\r\n<!doctype html><p>and the coding</p>", "\r\n<!doctype html><p>and the coding</p>")]
    [InlineData("Content-Encoding: zstd\r\n", "<html><p>and the coding</p>", "<html><p>and the coding</p>")]
    [InlineData("Content-Encoding: none\r\n", "<?xml version='1.0'?><html>", "<?xml version='1.0'?><html>")]
    [InlineData("Content-Encoding: identity\r\n", "abcd", "abcd")]
    public async Task Codings_are_undone(string headers, string body, string expected) =>
        (await WarcBytes.BodyAsync(Only(WarcBytes.Record(WarcBytes.Http(body, headers))))).Should().Be(expected);

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("deflate")]
    public async Task A_content_coding_within_chunks_is_undone(string coding)
    {
        using var coded = new MemoryStream();
        using (Stream coder = coding switch { "gzip" => new GZipStream(coded, CompressionLevel.Fastest, true), "br" => new BrotliStream(coded, CompressionLevel.Fastest, true), _ => new ZLibStream(coded, CompressionLevel.Fastest, true) })
        {
            coder.Write(Encoding.ASCII.GetBytes("the page"));
        }

        var bytes = Encoding.Latin1.GetString(coded.ToArray());
        var chunked = $"{bytes.Length:x}\r\n{bytes}\r\n0\r\n\r\n";

        (await WarcBytes.BodyAsync(Only(WarcBytes.Record(WarcBytes.Http(chunked, $"Transfer-Encoding: chunked\r\nContent-Encoding: {coding}\r\n"))))).Should().Be("the page");
    }

    [Theory]
    [InlineData("nothing", "", "no HTTP response")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Type: text/html", "", "does not end")]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nab\r\nzz", "", "chunks are broken")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Encoding: zstd\r\n\r\nab", "", "not known")]
    [InlineData("HTTP/1.1 200 OK\r\n\r\nab", "WARC-Block-Digest: sha1:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\r\n", "WARC-Block-Digest")]
    public async Task What_cannot_be_read_says_why(string block, string more, string reason) =>
        (await FluentActions.Awaiting(() => WarcBytes.BodyAsync(Only(WarcBytes.Record(block, more: more)))).Should().ThrowAsync<InvalidDataException>()).Which.Message.Should().Contain(reason);

    [Theory]
    [InlineData("sha1:BC6XAJLI3TPBA5JEOOCNN7CWYOV45QUA", false)]
    [InlineData("sha256:88d4266fd4e6338d13b845fcf289579d209c897823b9217da3e161936f031589", true)]
    [InlineData("sha1:81fe8bfe87576c3ecb22426f8e57847382917acf", true)]
    [InlineData("md5:E2FC714C4727EE9395F324CD2E7F331F", true)]
    [InlineData("crc:1", null)]
    public async Task A_payload_digest_is_checked(string digest, bool? fits)
    {
        var record = Only(WarcBytes.Record(WarcBytes.Http("abcd"), more: $"WARC-Payload-Digest: {digest}\r\n"));

        (await ResponseRecord.ReadAsync(record, new WarcLimits(), CancellationToken.None)).DigestFits.Should().Be(fits);
    }

    [Fact]
    public void A_digest_is_written_as_other_tools_write_it() =>
        WarcDigest.Of(Encoding.ASCII.GetBytes("abcd")).Should().Be("sha1:QH7IX7UHK5WD5SZCIJXY4V4EOOBJC6WP");

    [Fact]
    public async Task A_bomb_is_not_unpacked()
    {
        using var coded = new MemoryStream();
        using (var gzip = new GZipStream(coded, CompressionLevel.Fastest, true))
        {
            gzip.Write(new byte[2_000_000]);
        }

        var record = Only(WarcBytes.Record(WarcBytes.Http(Encoding.Latin1.GetString(coded.ToArray()), "Content-Encoding: gzip\r\n")));

        await FluentActions.Awaiting(() => ResponseRecord.ReadAsync(record, new WarcLimits { BodyBytes = 1_000_000 }, CancellationToken.None)).Should().ThrowAsync<InvalidDataException>();
    }

    private static WarcEntry.Record Only(byte[] file) => WarcBytes.Read(file).Should().ContainSingle().Which.Should().BeOfType<WarcEntry.Record>().Subject;
}
