using System.Text;
using FluentAssertions;
using Scraper.Core.Decoding;
using Xunit;

namespace Scraper.Tests.Decoding;

public sealed class BinaryTests
{
    [Theory]
    [InlineData("<p>Grüße aus Köln</p>")]
    [InlineData("plain, with\ttabs\r\nand lines\f")]
    [InlineData("日本語のページです。")]
    [InlineData("")]
    public void A_text_is_no_binary(string text)
    {
        PageDecoder.Decode(Encoding.UTF8.GetBytes(text), httpCharset: null).IsBinary.Should().BeFalse();
    }

    [Fact]
    public void A_picture_is_binary()
    {
        var bytes = new byte[4000];
        new Random(7).NextBytes(bytes);
        "\u0089PNG\r\n\u001a\n"u8.CopyTo(bytes);

        PageDecoder.Decode(bytes, httpCharset: null).IsBinary.Should().BeTrue();
    }
}
