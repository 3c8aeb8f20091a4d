using System.Text;
using FluentAssertions;
using Scraper.Core.Decoding;
using Xunit;

namespace Scraper.Tests.Decoding;

public sealed class PageDecoderTests
{
    private const string French = "<p>L'été dernier, les élèves ont déjà reçu des leçons à l'école où naît l'espérance.</p>";
    private const string Russian = "<p>Сегодня утром правительство объявило о новых мерах поддержки жителей города.</p>";

    [Fact]
    public void A_byte_order_mark_wins_over_all()
    {
        byte[] body = [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes("<meta charset=windows-1251>é")];
        PageDecoder.Decode(body, "koi8-r").Should().Be(new DecodedPage("<meta charset=windows-1251>é", "utf-8", DecodedBy.Bom, 0));
    }

    [Fact]
    public void The_header_wins_over_the_page()
    {
        var body = Bytes(1251, "<meta charset=windows-1252>" + Russian);
        PageDecoder.Decode(body, "\"Windows-1251\"").Should().Be(new DecodedPage("<meta charset=windows-1252>" + Russian, "windows-1251", DecodedBy.Http, 0));
    }

    [Theory]
    [InlineData("<meta charset=\"windows-1251\">")]
    [InlineData("<META CHARSET='cp1251' />")]
    [InlineData("<html><head><meta content='text/html; charset=windows-1251' http-equiv='Content-Type'>")]
    [InlineData("<meta name=a content='charset=koi8-r'><meta charset=windows-1251>")]
    [InlineData("<!-- <meta charset=koi8-r> --><meta charset=windows-1251>")]
    [InlineData("<?xml version='1.0' encoding='windows-1251'?><html>")]
    [InlineData("<p title='<meta charset=koi8-r>'><meta charset=windows-1251>")]
    public void The_page_says_its_charset(string head) =>
        PageDecoder.Decode(Bytes(1251, head + Russian), null).Should().Be(new DecodedPage(head + Russian, "windows-1251", DecodedBy.Meta, 0));

    [Theory]
    [InlineData("iso-8859-1")]
    [InlineData("windows-1252")]
    [InlineData("ascii")]
    [InlineData("koi8-r")]
    public void A_charset_that_the_bytes_give_the_lie_is_not_believed(string declared)
    {
        var page = PageDecoder.Decode(Encoding.UTF8.GetBytes(French), declared);
        page.Should().Be(new DecodedPage(French, "utf-8", DecodedBy.Utf8Validity, 0));
    }

    [Fact]
    public void Declared_utf8_that_is_none_is_not_believed()
    {
        var page = PageDecoder.Decode(Bytes(1252, "<meta charset=utf-8>" + French), "utf-8");
        page.Should().Be(new DecodedPage("<meta charset=utf-8>" + French, "windows-1252", DecodedBy.Detection, 0));
    }

    [Fact]
    public void A_few_bad_bytes_in_utf8_are_replaced_and_counted()
    {
        byte[] body = [.. Encoding.UTF8.GetBytes(French), 0xFF, .. Encoding.UTF8.GetBytes(French + "\uFFFD")];
        PageDecoder.Decode(body, "utf-8").Should().Be(new DecodedPage(French + "\uFFFD" + French + "\uFFFD", "utf-8", DecodedBy.Http, 1));
    }

    [Fact]
    public void A_sequence_cut_at_the_end_leaves_the_page_utf8()
    {
        var body = Encoding.UTF8.GetBytes(French + "é")[..^1];
        PageDecoder.Decode(body, null).Should().Be(new DecodedPage(French + "\uFFFD", "utf-8", DecodedBy.Utf8Validity, 1));
    }

    [Theory]
    [InlineData(1200, "utf-16le")]
    [InlineData(1201, "utf-16be")]
    public void Utf16_without_a_mark_shows_by_its_nuls(int codePage, string name) =>
        PageDecoder.Decode(Encoding.GetEncoding(codePage).GetBytes("<html>" + French), "utf-8").Should().Be(new DecodedPage("<html>" + French, name, DecodedBy.Detection, 0));

    [Fact]
    public void Nuls_are_dropped() => PageDecoder.Decode("a\0b"u8.ToArray(), null).Text.Should().Be("ab");

    [Fact]
    public void Meta_utf16_means_utf8() =>
        PageDecoder.Decode(Encoding.UTF8.GetBytes("<meta charset=utf-16>" + French), null).Encoding.Should().Be("utf-8");

    [Fact]
    public void An_empty_body_is_an_empty_text() => PageDecoder.Decode(ReadOnlyMemory<byte>.Empty, null).Text.Should().BeEmpty();

    [Fact]
    public void All_labels_of_the_standard_are_known()
    {
        EncodingLabels.All.Should().HaveCount(228);
        EncodingLabels.All.Values.Distinct().Should().HaveCount(40);
        EncodingLabels.All.Values.Distinct().Where(n => n != "replacement").Should().OnlyContain(n => TextEncodings.Has(n));
    }

    [Theory]
    [InlineData("latin1", "windows-1252")]
    [InlineData(" UTF8 ", "utf-8")]
    [InlineData("gb2312", "gbk")]
    [InlineData("x-sjis", "shift_jis")]
    [InlineData("ks_c_5601-1987", "euc-kr")]
    [InlineData("big5-hkscs", "big5")]
    [InlineData("nonsense", null)]
    public void A_label_names_its_encoding(string label, string? name) => EncodingLabels.Find(label).Should().Be(name);

    private static byte[] Bytes(int codePage, string text) => CodePagesEncodingProvider.Instance.GetEncoding(codePage)!.GetBytes(text);
}
