using FluentAssertions;
using Scraper.Core.Blocks;
using Scraper.Core.Metadata;
using Xunit;

namespace Scraper.Tests.Metadata;

/// <summary>Authors as publishers' systems declare and print them.</summary>
public sealed class DeclaredAuthorTests
{
    [Theory]
    [InlineData("en", "\"Ann Lee and Bob Ray\"", "Ann Lee|Bob Ray")]
    [InlineData("de", "\"Anna Müller und Jan Groß\"", "Anna Müller|Jan Groß")]
    [InlineData("fr", "\"Luc Roy et Anne Petit\"", "Luc Roy|Anne Petit")]
    [InlineData("es", "\"Ana Ruiz y Luis Gil\"", "Ana Ruiz|Luis Gil")]
    [InlineData("pt", "\"Ana Souza e Luís Melo\"", "Ana Souza|Luís Melo")]
    [InlineData("it", "\"Ada Bruni e Ugo Neri\"", "Ada Bruni|Ugo Neri")]
    [InlineData("no", "\"Kari Moen og Ola Vik\"", "Kari Moen|Ola Vik")]
    [InlineData("tr", "\"Ayşe Kaya ve Ali Demir\"", "Ayşe Kaya|Ali Demir")]
    [InlineData("en", "\"Ann Lee, Bob Ray\"", "Ann Lee|Bob Ray")]
    [InlineData("en", "\"By Ann Lee\"", "Ann Lee")]
    [InlineData("de", "\"Von Anna Müller\"", "Anna Müller")]
    [InlineData("fr", "\"Par Luc Roy\"", "Luc Roy")]
    [InlineData("es", "\"Por Ana Ruiz\"", "Ana Ruiz")]
    [InlineData("en", "[\"Ann Lee\",\"Bob Ray\"]", "Ann Lee|Bob Ray")]
    [InlineData("en", "[{\"@type\":\"Person\",\"name\":\"Ann Lee\"},{\"@type\":\"Person\",\"name\":\"Bob Ray\"}]", "Ann Lee|Bob Ray")]
    [InlineData("en", "{\"@type\":\"Person\",\"name\":[\"Ann Lee\",\"Bob Ray\"]}", "Ann Lee|Bob Ray")]
    [InlineData("en", "[[{\"@type\":\"Person\",\"name\":\"Ann Lee\"}]]", "Ann Lee")]
    [InlineData("en", "{\"@type\":\"Organization\",\"name\":\"Agence France-Presse\"}", "Agence France-Presse")]
    [InlineData("en", "{\"@type\":\"Organization\",\"name\":\"Centre for Rain and Wind Research\"}", "Centre for Rain and Wind Research")]
    [InlineData("en", "{\"@type\":[\"NewsMediaOrganization\"],\"name\":\"Reuters\"}", "Reuters")]
    [InlineData("en", "[{\"@type\":\"Person\",\"name\":\"Ann Lee\"},{\"@type\":\"Organization\",\"name\":\"Associated Press\"}]", "Ann Lee")]
    [InlineData("en", "{\"@type\":\"Person\",\"name\":\"Ludwig van der Berg\"}", "Ludwig van der Berg")]
    [InlineData("fr", "{\"@type\":\"Person\",\"name\":\"Jean d'Aubigny\"}", "Jean d'Aubigny")]
    [InlineData("en", "{\"@type\":\"Person\",\"name\":\"Ali al-Masri\"}", "Ali al-Masri")]
    [InlineData("ja", "{\"@type\":\"Person\",\"name\":\"山田太郎\"}", "山田太郎")]
    [InlineData("ko", "\"홍길동 기자\"", "홍길동")]
    [InlineData("ar", "{\"@type\":\"Person\",\"name\":\"أحمد علي\"}", "أحمد علي")]
    [InlineData("hi", "{\"@type\":\"Person\",\"name\":\"अमित शर्मा\"}", "अमित शर्मा")]
    [InlineData("he", "{\"@type\":\"Person\",\"name\":\"דנה כהן\"}", "דנה כהן")]
    [InlineData("en", "{\"@type\":\"Person\",\"url\":\"https://example.com/by/ann\"}", "")]
    [InlineData("en", "\"https://www.facebook.com/ann.lee\"", "")]
    public void Json_ld_authors_are_names(string language, string author, string names) =>
        Authors($$"""<html lang={{language}}><script type="application/ld+json">{"@type":"NewsArticle","headline":"Rain stops play","author":{{author}}}</script><h1>Rain stops play</h1><p>It rained.</p>""").Should().Be(names);

    [Theory]
    [InlineData("<meta name=parsely-author content='Ann Lee'><meta name=parsely-author content='Bob Ray'>", "Ann Lee|Bob Ray")]
    [InlineData("<meta name=sailthru.author content='Ann Lee, Bob Ray'>", "Ann Lee|Bob Ray")]
    [InlineData("<meta name='cXenseParse:author' content='Ann Lee'><meta name='cXenseParse:author' content='Bob Ray'>", "Ann Lee|Bob Ray")]
    [InlineData("<meta name=dc.creator content='Ann Lee'>", "Ann Lee")]
    [InlineData("<meta name=DC.creator content='Lee, Ann'>", "Ann Lee")]
    [InlineData("<meta name=dc.creator content='Ann Lee, Bob Ray'>", "Ann Lee|Bob Ray")]
    [InlineData("<meta property=article:author content='https://www.facebook.com/ann'><meta name=author content='Ann Lee'>", "Ann Lee")]
    [InlineData("<meta property=article:author content='www.facebook.com/annlee'>", "")]
    [InlineData("<meta property=article:author content='facebook.com/annlee'>", "")]
    [InlineData("<meta name=author content='dpa'>", "dpa")]
    [InlineData("<meta property=og:site_name content='Rain & Wind'><meta name=dc.creator content='Rain & Wind'>", "Rain & Wind")]
    public void Metas_name_authors(string head, string names) => Authors($"{head}<h1>Rain stops play</h1><p>It rained.</p>").Should().Be(names);

    [Theory]
    [InlineData("<p>Published August 7, 2023 by Ann Lee</p>", "Ann Lee")]
    [InlineData("<p>March 1, 2017 by Ann Lee</p>", "Ann Lee")]
    [InlineData("<div><p>Written by</p><p>Ann Lee</p></div>", "Ann Lee")]
    [InlineData("<div><div>By</div><div>Ann Lee</div><div>|</div><div>6</div></div>", "Ann Lee")]
    [InlineData("<h6>Author(s)</h6><ul><li><a href=/x>Ann Lee</a></li></ul>", "Ann Lee")]
    [InlineData("<p>Ann Lee | Senior Writer | July 2, 2025</p>", "Ann Lee")]
    [InlineData("<p>July 2, 2025</p><h5>Ann Lee</h5>", "Ann Lee")]
    [InlineData("<p>July 2, 2025</p><h2>Cautionary Tale</h2>", "")]
    [InlineData("<span itemprop=author itemscope><meta itemprop=name content='Ann Lee'></span>", "Ann Lee")]
    [InlineData("<span itemprop=author>By <span itemprop=name>Ann Lee</span></span>", "Ann Lee")]
    [InlineData("<p>Reviewed by Bob Ray</p><p>By Ann Lee</p>", "Ann Lee")]
    public void Bylines_at_the_headline_name_authors(string below, string names) =>
        Authors($"<html lang=en><h1>Rain stops play</h1>{below}<p>It rained all day long, and then it went on to rain.</p>").Should().Be(names);

    [Fact]
    public void A_publisher_that_is_declared_gives_way_to_who_is_in_print() =>
        Authors("<html lang=es><meta property=og:site_name content='La Lluvia'><meta name=author content='Ediciones La Lluvia'><h1>La lluvia no cesa en el valle</h1><p>Por Ana Ruiz</p><p>Llovió todo el día en el valle, y después siguió lloviendo.</p>").Should().Be("Ana Ruiz");

    [Fact]
    public void Who_is_declared_goes_before_another_name_in_print() =>
        Authors("""<html lang=en><script type="application/ld+json">{"@type":"NewsArticle","headline":"Rain stops play","author":{"@type":"Person","name":"Ann Lee"}}</script><h1>Rain stops play</h1><p>Bob Ray: Written by hand</p><p>It rained.</p>""").Should().Be("Ann Lee");

    [Theory]
    [InlineData("By <address><a rel=author href=/a>Ann Lee</a></address><span class=role>Rural Affairs Correspondent</span>")]
    [InlineData("By <a href=/a>Ann Lee</a> <span><a href=/f>Bay News</a></span>")]
    public void A_role_that_runs_into_the_printed_name_is_no_part_of_the_declared_one(string byline) =>
        Authors($$$"""<html lang=en><script type="application/ld+json">{"@type":"NewsArticle","headline":"Rain stops play","author":{"@type":"Person","name":"Ann Lee"}}</script><h1>Rain stops play</h1><div>{{{byline}}}</div><p>It rained.</p>""").Should().Be("Ann Lee");

    [Theory]
    [InlineData("hr", "<div class=author-holder><a class=author-name href=/autor/ana-horvat>Ana Horvat</a><div class=time-info>8:00, 24.2.2024.</div></div>", "Ana Horvat")]
    [InlineData("ja", "<div><span><a href=/reporter/yamada.html>山田太郎</a></span><time datetime=2024-02-22>2024年2月22日</time></div>", "山田太郎")]
    [InlineData("en", "<div class=share><a class=author-alert href=/alerts>Get Alerts</a></div>", "Rain Desk")]
    [InlineData("en", "<p>It rained.</p>", "Rain Desk")]
    public void An_organisation_gives_way_to_a_person_whom_the_headline_has(string language, string below, string names) =>
        Authors($$$"""<html lang={{{language}}}><script type="application/ld+json">{"@type":"NewsArticle","headline":"Rain stops play","author":{"@type":"Organization","name":"Rain Desk"}}</script><h1>Rain stops play</h1>{{{below}}}<p>It rained.</p>""").Should().Be(names);

    [Theory]
    [InlineData("ru", "<div class=authors><div class=authors__title>Авторы</div><div class=authors__row><a class=authors__author><span class=authors__author__name>Анна Петрова</span></a><a class=authors__author><span class=authors__author__name>Иван Лесков</span></a></div></div>", "Анна Петрова|Иван Лесков")]
    [InlineData("ja", "<meta property=og:site_name content=川日報オンライン><div id=byline><p>［山田太郎，<span>川日報</span>］</p></div>", "山田太郎")]
    [InlineData("zh", "<div class=author>河報 記者王小明</div>", "王小明")]
    [InlineData("zh", "<div class=author>河報／<a href=/r>記者王小明</a>／河邊報導</div>", "王小明")]
    public void Marked_bylines_are_parted_as_their_page_parts_them(string language, string below, string names) =>
        Authors($"<html lang={language}><h1>Rain stops play</h1>{below}<p>It rained.</p>").Should().Be(names);

    [Theory]
    [InlineData("es", "<ul><li><span>Autor, </span><span>Ana Ruiz</span></li><li><span>Título de autor, </span><span>Redacción</span></li></ul>", "Ana Ruiz")]
    [InlineData("en", "<p>Author, speaker and coach</p>", "")]
    [InlineData("zh", "<div>河报记者 王小明</div><span>2025-04-06 08:20</span>", "王小明")]
    [InlineData("en", "<div>By <a href=/a>Ann Lee</a></div><figure><figcaption>Rain. <cite>Photo by Bob Ray/Cloud Pictures</cite></figcaption></figure>", "Ann Lee")]
    [InlineData("en", "<cite>Photo by Bob Ray/Cloud Pictures</cite>", "")]
    public void Lines_under_the_headline_name_who_wrote_and_nobody_else(string language, string below, string names) =>
        Authors($"<html lang={language}><h1>Rain stops play</h1>{below}<p>It rained all day long, and then it went on to rain.</p>").Should().Be(names);

    [Fact]
    public void A_meta_that_has_all_of_the_datas_authors_and_more_goes_before_it() =>
        Authors("""<html lang=en><meta name=author content="Ann Lee, Bob Ray"><script type="application/ld+json">{"@type":"NewsArticle","headline":"Rain stops play","author":{"@type":"Person","name":"Ann Lee"}}</script><h1>Rain stops play</h1><p>It rained.</p>""").Should().Be("Ann Lee|Bob Ray");

    [Fact]
    public void An_outlet_is_named_after_each_of_two_writers() =>
        Authors("<html lang=en><meta property=og:site_name content='The Current'><h1>Rain stops play</h1><p>by Ann Lee, The Current, and Bob Ray, Delta Ledger</p><p>It rained.</p>").Should().Be("Ann Lee|Bob Ray");

    [Fact]
    public void A_person_whom_the_data_also_calls_an_organization_is_a_person() =>
        Authors("""<html lang=en><script type="application/ld+json">{"@graph":[{"@type":"Article","headline":"Rain stops play","author":{"name":"Ann Lee","@id":"#ann"},"publisher":{"@id":"#ann"}},{"@type":["Person","Organization"],"@id":"#ann","name":"Ann Lee"}]}</script><h1>Rain stops play</h1><div class=author-wrap><a href=#video>Watch Rain</a> <p>It rained.</p></div>""").Should().Be("Ann Lee");

    [Fact]
    public void An_account_that_is_marked_twice_is_named_once() =>
        Authors("<html lang=pl><meta property=og:site_name content='Deszczowa Kuchnia'><h1>Rain stops play</h1><meta itemprop=author content='Deszczowa Kuchnia'><meta itemprop=author content='Deszczowa Kuchnia'><p>It rained.</p>").Should().Be("Deszczowa Kuchnia");

    [Theory]
    [InlineData("{\"@type\":\"Person\",\"name\":\"Dana @ The Rainy Baker\"}", "Dana")]
    [InlineData("[{\"@type\":\"Organization\",\"name\":\"Rainy Kitchen\"},{\"@type\":\"Organization\",\"name\":\"Rainy Kitchen\"}]", "Rainy Kitchen")]
    [InlineData("\"annlee\"},{\"@type\":\"Recipe\",\"name\":\"Rain soup\",\"author\":{\"@type\":\"Person\",\"name\":\"Ann Lee\"}", "Ann Lee")]
    [InlineData("\"annlee\"},{\"@type\":\"Recipe\",\"name\":\"Rain soup\",\"author\":{\"@type\":\"Person\",\"name\":\"Bob Ray\"}", "annlee")]
    public void Declared_names_are_written_as_names(string author, string names) =>
        Authors($$"""<html lang=en><script type="application/ld+json">[{"@type":"NewsArticle","headline":"Rain stops play","author":{{author}}}]</script><h1>Rain stops play</h1><p>It rained.</p>""").Should().Be(names);

    [Theory]
    [InlineData("", "<meta property=og:site_name content='La Pluie'><script type=application/ld+json>{\"@type\":\"Recipe\",\"name\":\"Rain stops play\",\"author\":{\"@type\":\"Person\",\"name\":\"La Pluie \"}}</script><div class=author><span>Par <span>La Pluie</span></span></div>", "La Pluie")]
    [InlineData("fr", "<meta property=og:site_name content='La Pluie'><div class=author>Par <span>La Pluie</span></div>", "La Pluie")]
    [InlineData("en", "<div class='author vcard'><h5><a rel=author href=/author/nash>nash</a></h5><a class=url href=/author/nash>View Other Recipes By This Chef</a></div>", "nash")]
    [InlineData("en", "<div><div>Hands-on Time</div><div>10 Mins</div></div><div><div>Total Time</div><div>10 Mins</div></div>", "")]
    [InlineData("en", "<div><div class=reviewAuthor>Customer Relations</div><div class=reviewReplyDate>{{reply.timestamp}}</div></div>", "")]
    [InlineData("en", "<div class=review-snippet><a class=reviewer-name href=/profile/bobray>Bob Ray</a>: Great rain!</div>", "")]
    [InlineData("en", "<h6 class=byline>Recipe by <a href=/user/1>Ann Lee</a><span class=print-only>Ann Lee</span></h6>", "Ann Lee")]
    public void What_stands_beside_a_recipe_is_no_name(string language, string below, string names) =>
        Authors($"<html lang={language}><h1>Rain stops play</h1>{below}<p>It rained all day long, and then it went on to rain.</p>").Should().Be(names);

    private static string Authors(string html) =>
        string.Join('|', MetadataReader.Read(HtmlTree.Parse(html, HtmlLimits.Default, CancellationToken.None), new Uri("https://example.com/rain")).Authors);
}
