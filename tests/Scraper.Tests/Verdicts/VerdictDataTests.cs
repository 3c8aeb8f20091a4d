using FluentAssertions;
using Scraper.Core;
using Scraper.Core.Labelling;
using Scraper.Core.Verdicts;
using Xunit;

namespace Scraper.Tests.Verdicts;

public sealed class VerdictDataTests
{
    [Theory]
    [InlineData("page not found", "verdict phrases xx, line 1: *")]
    [InlineData("[title]", "verdict phrases xx, line 1: *")]
    [InlineData("; a comment\n[title moon]", "verdict phrases xx, line 2: *")]
    [InlineData("[title soft_not_found]\n*", "verdict phrases xx, line 2: *")]
    public void A_phrase_file_that_cannot_be_read_names_its_line(string file, string message)
    {
        var read = () => VerdictPhrases.Read(file, "xx").ToList();

        read.Should().Throw<FormatException>().WithMessage(message);
    }

    [Theory]
    [InlineData("challenge", "verdict markup, line 1: *")]
    [InlineData("\n[moon]", "verdict markup, line 2: *")]
    public void A_markup_file_that_cannot_be_read_names_its_line(string file, string message)
    {
        var read = () => VerdictMarkup.Read(new StringReader(file)).ToList();

        read.Should().Throw<FormatException>().WithMessage(message);
    }

    [Fact]
    public void Every_shipped_phrase_can_be_read() =>
        VerdictPhrases.Files.SelectMany(f => VerdictPhrases.Read(EmbeddedText.Read(f), f)).Should().HaveCountGreaterThan(100);

    [Fact]
    public void Shipped_data_can_be_read()
    {
        Find("nichts").Should().BeNull();
        Find("Page not found").Should().Be("page not found");

        static string? Find(string title)
        {
            var book = new WordBook();
            return VerdictPhrases.Shipped.On(book).Match(VerdictPhrases.Kind(VerdictPlace.Title, PageVerdictKind.SoftNotFound), book.Read(title))?.Source;
        }
        VerdictMarkup.Shipped.Find(PageVerdictKind.BotChallenge, "<script>window._cf_chl_opt</script>").Should().Be("_cf_chl_opt");
    }
}
