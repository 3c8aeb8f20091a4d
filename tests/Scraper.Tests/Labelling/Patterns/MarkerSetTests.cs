using FluentAssertions;
using Scraper.Core;
using Scraper.Core.Labelling;
using Xunit;

namespace Scraper.Tests.Labelling.Patterns;

public sealed class MarkerSetTests
{
    [Fact]
    public void A_file_reads_into_markers_of_its_headings()
    {
        var markers = MarkerSet.Read("; a comment\n\n[section related]\nlatest news\n[line advert]\nbuy now *\n", "en").ToList();

        markers.Select(m => (m.Kind, m.Label, m.Phrase.Source, m.Language)).Should().Equal(
            (MarkerKind.Section, Label.Related, "latest news", "en"), (MarkerKind.Line, Label.Advert, "buy now *", "en"));
    }

    [Theory]
    [InlineData("latest news", 1)]
    [InlineData("[section related]\nok\n[sektion related]", 3)]
    [InlineData("[section related]\n\n*", 3)]
    [InlineData("[section]\nx", 1)]
    [InlineData("[line 3]\nx", 1)]
    public void An_error_names_file_and_line(string file, int line)
    {
        var read = () => MarkerSet.Read(file, "xx").ToList();

        read.Should().Throw<FormatException>().WithMessage($"markers xx, line {line}: *");
    }

    [Theory]
    [InlineData("Lesen Sie auch", "Lire aussi", "Te puede interesar", "Leia também", "Leggi anche", "Lees ook", "Les også", "Läs också", "Læs også", "Czytaj także", "Читайте также", "İlgili haberler", "関連記事", "相关阅读", "관련기사", "اقرأ أيضا", "קראו גם", "यह भी पढ़ें")]
    public void Every_language_has_a_heading_for_other_articles(params string[] headings)
    {
        ArgumentNullException.ThrowIfNull(headings);
        headings.Where(h => Match(MarkerKind.Section, h) is not { Label: Label.Related }).Should().BeEmpty();
    }

    [Theory]
    [InlineData("The latest figures were published on Tuesday.")]
    [InlineData("More than 400 people attended the funeral.")]
    [InlineData("Discussion of the budget went on until midnight.")]
    [InlineData("Más de cuarenta mil personas salieron a la calle.")]
    [InlineData("Mehr in Bildung investieren will auch der Minister.")]
    [InlineData("Mais de dez mil pessoas foram às ruas.")]
    [InlineData("関連する法律は来年改正される。")]
    [InlineData("评论家认为这部电影很成功。")]
    public void Sentences_are_no_markers(string sentence)
    {
        foreach (var kind in (MarkerKind[])[MarkerKind.Section, MarkerKind.Ending, MarkerKind.Line, MarkerKind.Notice, MarkerKind.EmptyField, MarkerKind.CaptionEnding])
        {
            Match(kind, sentence).Should().BeNull($"{kind} must not eat it");
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("cc dd")]
    public void Every_shipped_phrase_can_be_read_and_is_found_in_a_text_that_it_matches(string star)
    {
        var book = new WordBook();
        var search = MarkerSet.Shipped.On(book);
        var markers = MarkerSet.Files.SelectMany(f => MarkerSet.Read(EmbeddedText.Read(f), f)).ToList();
        markers.Should().HaveCountGreaterThan(5_000);
        foreach (var marker in markers)
        {
            book.Clear();
            var words = book.Read(Example(marker.Phrase.Source, star), colons: true);

            marker.Phrase.IsMatch(words).Should().BeTrue(marker.ToString());

            search.Match((int)marker.Kind, words).Should().NotBeNull(marker.ToString());
        }
    }

    /// <summary>A text that a phrase matches: some words or none for a star, a number, the last of alternatives.</summary>
    private static string Example(string phrase, string star) => string.Join(
        ' ', phrase.Split(' ').Select(t => t == "*" ? star : t == "#" ? "7" : t == ":" ? "-:-" : t[(t.LastIndexOf('|') + 1)..]).Append("."));

    private static Marker? Match(MarkerKind kind, string text)
    {
        var book = new WordBook();
        return MarkerSet.Shipped.On(book).Match((int)kind, book.Read(text, colons: true));
    }
}
