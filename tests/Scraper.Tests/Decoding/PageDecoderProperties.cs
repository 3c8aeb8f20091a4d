using System.Text;
using FluentAssertions;
using FsCheck;
using FsCheck.Fluent;
using Scraper.Core.Decoding;
using Xunit;

namespace Scraper.Tests.Decoding;

public sealed class PageDecoderProperties
{
    private static readonly Config Quick = Config.QuickThrowOnFailure.WithMaxTest(200);

    public static TheoryData<string> Names => [.. EncodingLabels.All.Values.Distinct().Where(TextEncodings.Has).Order()];

    [Fact]
    public void Any_bytes_under_any_label_give_a_text() =>
        Check.One(Quick, Prop.ForAll<byte[], int>((bytes, label) =>
        {
            var labels = EncodingLabels.All.Keys.Order().Append("nonsense").Append(null).ToArray();
            var page = PageDecoder.Decode(bytes ?? [], labels[Math.Abs(label % labels.Length)]);
            return !page.Text.Contains('\0') && page.Replaced >= 0 && EncodingLabels.All.Values.Contains(page.Encoding);
        }));

    [Fact]
    public void Any_cut_of_a_page_gives_a_text() =>
        Check.One(Quick, Prop.ForAll<int>(cut =>
        {
            var bytes = "<!-- a --><?xml encoding='x'?><meta a='b' http-equiv=content-type content=\"text/html; charset = 'latin1' \"><meta charset=utf-8>é"u8.ToArray();
            return PageDecoder.Decode(bytes.AsMemory(0, Math.Abs(cut % bytes.Length)), null).Text.Length >= 0;
        }));

    [Theory]
    [MemberData(nameof(Names))]
    public void What_an_encoding_writes_it_reads(string name)
    {
        if (name is "iso-8859-10" or "iso-8859-14" or "iso-8859-16" or "x-user-defined")
        {
            // .NET cannot write these; each byte must come back as a character of its own.
            byte[] all = [.. Enumerable.Range(1, 255).Select(i => (byte)i)];
            TextEncodings.Decode(name, all).Text.Distinct().Should().HaveCount(255);
            return;
        }

        // Characters that the encoding has: what survives a round trip alone. ASCII in front keeps the text from looking like another's.
        var encoding = TextEncodings.Get(name);
        var characters = Enumerable.Range(0x20, 0xD000).Select(i => (char)i)
            .Where(c => c is not ('\uFFFD' or '\u001B') && !char.IsControl(c) && encoding.GetString(encoding.GetBytes([c])) == c.ToString()).ToArray();
        characters.Length.Should().BeGreaterThan(120);
        var text = Gen.Elements(characters).ArrayOf().Select(c => new string(c)).ToArbitrary();
        Check.One(Quick.WithMaxTest(50), Prop.ForAll(text, t => TextEncodings.Decode(name, encoding.GetBytes(t)) == (t, 0)));
    }

    [Fact]
    public void Any_string_comes_back_from_utf8() =>
        Check.One(Quick, Prop.ForAll<NonNull<string>>(text =>
        {
            var clean = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text.Get)).Replace("\0", string.Empty, StringComparison.Ordinal).TrimStart('\uFEFF');
            var page = PageDecoder.Decode(Encoding.UTF8.GetBytes("<p>" + clean), "utf-8");
            return page.Text == "<p>" + clean && page.Replaced == 0;
        }));
}
