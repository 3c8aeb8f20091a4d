using FluentAssertions;
using Scraper.Core;
using Scraper.Core.Labelling;
using Xunit;

namespace Scraper.Tests.Labelling.Patterns;

public sealed class CaptionPatternTests
{
    [Theory]
    [InlineData("The minister (right) with his deputy in Rome")]
    [InlineData("Mrs Hale, pictured (centre), has lived there since 1974")]
    [InlineData("A ferry at the dock on Friday. Photograph: Lena Strand/PA")]
    [InlineData("The old mill. Click to enlarge")]
    [InlineData("Photograph by Lena Strand for The Quarterly")]
    [InlineData("A ferry leaves on Friday. (AP Photo/Greta Lund)")]
    [InlineData("Die Bergwacht im Einsatz. (Symbolbild) © dpa")]
    [InlineData("Le four à bois date de 1931. PHOTO : SYLVAIN MOREL")]
    [InlineData("陈老师在家中绘制地图。图/张伟")]
    [InlineData("우체국 직원 [사진=신안군 제공]")]
    [InlineData("- Le maire en 2008. REUTERS/Jean Morel -")]
    [InlineData("A ferry leaves on Friday AFP PHOTO / Greta Lund")]
    [InlineData("A ferry leaves in the rain. Greta Lund/AP")]
    [InlineData("A ferry leaves in the rain. (Greta Lund/AP)")]
    [InlineData("A ferry leaves in the rain. [Greta Lund/The Island]")]
    [InlineData("A ferry leaves in the rain. Pic: Greta Lund")]
    [InlineData("A ferry leaves in the rain. Courtesy of Greta Lund")]
    [InlineData("Le bac part sous la pluie. Photo Greta Lund")]
    [InlineData("El ferri sale bajo la lluvia. / GRETA LUND")]
    [InlineData("El ferri sale bajo la lluvia. | EFE")]
    [InlineData("📷: Greta Lund")]
    public void A_caption_is_known_by_its_words(string text) => Find(text).Should().NotBeNull();

    [Theory]
    [InlineData("According to one source: he left before noon.")]
    [InlineData("He was given the photo by his mother when he was still a boy, and he kept it in the lining of his coat all his life.")]
    [InlineData("Senator Jane Miller (R) said that she would vote against the bill unless it were amended.")]
    [InlineData("The party (left-wing and proud of it) lost eleven seats in the election, which nobody but its chairman had foreseen.")]
    [InlineData("The picture is clear: rents have risen and wages have not.")]
    [InlineData("She worked for Reuters/Ipsos until the polls closed and the numbers came in.")]
    [InlineData("„Wir hätten das nicht gedacht“, sagte er am Abend. (dpa)")]
    [InlineData("„Wir hätten das nicht gedacht“, sagte er am Abend. (dpa/AFP)")]
    [InlineData("He left before noon. Greta Lund did not.")]
    [InlineData("The courtesy of the guard surprised her. Picture Greta in the rain.")]
    [InlineData("It is open daily. Adults 5/Children 3")]
    public void A_sentence_of_the_body_is_no_caption(string text) => Find(text).Should().BeNull();

    [Fact]
    public void A_long_run_of_open_brackets_takes_no_time() => Find(new string('(', 2_000_000)).Should().BeNull();

    [Fact]
    public void A_table_that_ends_in_its_source_is_none()
    {
        const string Html = """
            <article><h1>Hill FC beat Vale</h1><p>Hill FC won the cup final on Saturday with three goals in the second half, watched by nine thousand people in the rain.</p>
            <table><tr><th>Team</th><th>Points</th></tr><tr><td>Hill</td><td>21</td></tr><tr><td>Vale</td><td>19</td></tr><tr><td colspan=2>Source: the league</td></tr></table>
            <p>Vale had gone ahead after ten minutes when their captain headed in a corner, but the lead did not last much longer than the break.</p></article>
            """;

        new Extractor().ExtractHtml(Html, new PageContext(), CancellationToken.None).Article.Text.Should().Contain("Team\tPoints\nHill\t21\nVale\t19\nSource: the league");
    }

    private static Reason? Find(string text)
    {
        var book = new WordBook();
        return CaptionPattern.Find(text, book.Read(text, colons: true), book, MarkerSet.Shipped.On(book));
    }
}
