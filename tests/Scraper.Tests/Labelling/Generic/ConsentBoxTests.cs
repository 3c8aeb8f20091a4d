using FluentAssertions;
using Scraper.Core;
using Xunit;

namespace Scraper.Tests.Labelling.Generic;

/// <summary>What a page says of its cookies, at length, is not its text.</summary>
public sealed class ConsentBoxTests
{
    private static readonly string[] Policy =
    [
        "Formålet med dette er å gjøre din bruk av tjenesten raskere og bedre. Ved å endre innstillingene i nettleseren din kan du selv velge hva som lagres, men deler av tjenesten vil da ikke virke slik den skal.",
        "Analyseverktøyet lagrer et overblikk over hvilke sider du besøker, hvor lenge du blir på hver av dem, og hvilken side du kom fra, slik at vi kan se hva leserne våre har bruk for og hva de ikke finner.",
        "Leverandøren kan overføre den innsamlede informasjonen til tredjeparter der loven krever det, eller der slike tredjeparter behandler opplysningene på vegne av leverandøren etter en avtale som er inngått med dem.",
        "Om du har vært innom en annonse før du kom til oss, kan vi se det, og vi bruker det til å måle hvor godt annonsene våre virker. Opplysningene slettes etter to år, og de kan ikke knyttes til navnet ditt.",
    ];

    [Theory]
    [InlineData("id=cookies-popup class=cookies-popup")]
    [InlineData("id=onetrust-consent-sdk")]
    [InlineData("id=CybotCookiebotDialog")]
    [InlineData("class='modal CookieConsent is-open'")]
    [InlineData("class=consent-banner")]
    public void An_explanation_in_a_box_that_asks_for_consent_is_no_text(string box)
    {
        var text = Read($"<div {box}><div class=content><h2>Vi bruker informasjonskapsler</h2>{Paragraphs}</div></div>{Recipe}");

        text.Should().NotContain("nettleseren").And.Contain("600 g torskefilet").And.Contain("server med poteter");
    }

    [Fact]
    public void A_page_about_cookies_keeps_its_text() =>
        Read($"<nav><a href=/>Hjem</a> <a href=/om>Om oss</a></nav><main class=cookie-settings><h1>Informasjonskapsler</h1>{Paragraphs}</main><footer><p>Fiskekokken AS, Bergen</p></footer>")
            .Should().Contain("nettleseren");

    [Fact]
    public void A_page_that_is_named_for_its_open_box_keeps_its_text() =>
        Read($"<div class=cookie-banner-open><nav><a href=/>Hjem</a> <a href=/om>Om oss</a></nav>{Recipe.Replace("h1", "h2", StringComparison.Ordinal)}</div>").Should().Contain("server med poteter");

    private static string Paragraphs => string.Concat(Policy.Select(p => $"<p>{p}</p>"));

    private static string Recipe =>
        """
        <main><h1>Torsk i fløtesaus</h1><p>En rask middag som barna liker.</p><h2>Ingredienser</h2>
        <ul><li>600 g torskefilet<li>4 stk. poteter<li>2 stk. gulrøtter<li>2 dl matfløte<li>1 ss smør<li>2 ss hakket persille</ul><h2>Slik gjør du</h2>
        <ol><li>Skrell potetene og kok dem møre i lettsaltet vann.<li>Kutt grønnsakene i biter og surr dem i smør til de er blanke.<li>Legg fisken i sausen og la den trekke til den er gjennomkokt, og server med poteter og persille.</ol></main>
        """;

    private static string Read(string body) =>
        new Extractor().ExtractHtml($"<html lang=nb><head><title>Torsk i fløtesaus - Fiskekokken</title></head><body>{body}</body></html>", new PageContext { Url = new Uri("https://news.example.com/torsk") }, CancellationToken.None).Article.Text;
}
