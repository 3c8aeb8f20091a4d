using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;

namespace Scraper.Tests.Hostile.Fuzzing;

/// <summary>
/// Pages that say about themselves what no page should: data of the right names and the wrong kinds, days that no calendar has,
/// addresses that lead nowhere. The same number gives the same page.
/// </summary>
internal sealed class FuzzPage
{
    private static readonly string[] Words = Split(
        "0 00 1 12 13 24 29 30 31 60 99 1400 1445 2021 2567 9999 10000 0001 99999999 1614859200000 -1 ２０２１ ٢٠٢١ ۱۴۰۰ २०७८ 二〇二一 三 January März مارس رمضان فروردین मार्च เมษายน พ.ศ. 令和 元年 年 月 日 時 分 昨日 오전 년 월 일 AM p.m. UTC GMT+25 +99:99 -14:00 EST T Z "
        + "Monday yesterday ago hours Published Updated: on at of th By von par por 作者 文/ 記者 기자 | - – / , . : ; ( ) · @ Jane DOE MÜLLER van O'Neill and & Reuters (AFP) LONDON MD Jr. jane@x.test correspondent Photo: Getty &#x202E; \u202e \u200b \u0301 😀 \ufffd \u00ad ﬀ İ ı ß <b> </b> <br>");

    private static readonly string[] Names = Split(
        "@id @type @graph @value author creator name givenName datePublished dateModified headline image url contentUrl publisher mainEntityOfPage articleBody text articleSection keywords inLanguage isPartOf isAccessibleForFree hasPart comment liveBlogUpdate itemListElement item caption description review jobTitle video width about props pageProps content type children __ref blocks data");

    private static readonly string[] Types = Split(
        "NewsArticle Article LiveBlogPosting Person Organization WebPage ImageObject VideoObject BreadcrumbList Recipe Review Product Event QAPage Comment paragraph heading http://schema.org/NewsArticle");

    private static readonly string[] Links = Split(
        "\\\\\u202e\\ // http:// http://:x@a.test/ /x x ? #a mailto:a@b javascript:x() data:image/png;base64,AA https://a.test/2021/03/04/x https://a.test:99999/ http://[::1/ http://%/ http://a.test/%zz file:/// about:blank http://\u037e/ https://youtu.be/x https://twitter.com/a/status/1");

    private static readonly string[] Metas = Split(
        "article:published_time article:modified_time article:author og:title og:url og:image og:site_name og:locale og:type twitter:creator author date dc.date citation_author citation_publication_date parsely-author parsely-pub-date news_keywords description article:section article:tag robots language");

    private static readonly string[] Classes = Split(
        "byline author date published caption title headline article-body related comments tags share meta dateline credit subtitle summary bio newsletter live-blog recipe vcard pagination gallery pullquote toc hidden");

    private static readonly string[] Tags = Split(
        "p div span li h1 h2 time a figcaption blockquote td section article aside header footer strong dt dd cite address pre label button summary details figure");

    private static readonly string[] Sentences =
    [
        "The minister said on Monday that the bridge would be closed for repairs.",
        "Nobody was hurt, the harbour master told this paper, though the ferry was lifted over the quay.",
        "“It is a shame,” she said.",
    ];

    private readonly Random _random;

    private FuzzPage(int number) => _random = new Random(number);

    /// <summary>A page.</summary>
    /// <param name="number">Which.</param>
    public static string Of(int number) => new FuzzPage(number).Page();

    private string Page()
    {
        var page = new StringBuilder($"<html lang={One(Split("en de ar fa ja zh-TW th he ne tr sr x"))}><head><title>{Line(6)}</title><base href=\"{One(Links)}\"><link rel={One(Split("canonical amphtml next image_src author"))} href=\"{One(Links)}\">");
        Some(8, () => page.Append(CultureInfo.InvariantCulture, $"<meta {One(["name", "property"])}=\"{One(Metas)}\" content=\"{WebUtility.HtmlEncode(Is(3) ? One(Links) : Line(6))}\">"));
        Some(3, () => page.Append(CultureInfo.InvariantCulture, $"<script type=application/{(Is(4) ? "json" : "ld+json")}>{JsonSerializer.Serialize(Value(0))}</script>"));
        page.Append("</head><body>");
        Some(10, () => page.Append(Element(0)));
        return page.ToString();
    }

    private string Element(int depth)
    {
        var tag = One(Tags);
        var element = new StringBuilder($"<{tag} class=\"{One(Classes)} {One(Classes)}\"");
        var attributes = new (string Name, Func<string> Value)[]
        {
            ("itemprop", () => One(Names)), ("itemtype", () => "http://schema.org/" + One(Types)), ("datetime", () => Line(5)), ("href", () => One(Links)), ("content", () => Line(5)), ("rel", () => "author"), ("style", () => "display:none"),
        };
        foreach (var (name, value) in attributes.Where(_ => Is(6)))
        {
            element.Append(CultureInfo.InvariantCulture, $" {name}=\"{WebUtility.HtmlEncode(value())}\"");
        }

        element.Append('>');
        Some(4, () => element.Append(_random.Next(6) switch
        {
            0 or 1 when depth < 4 => Element(depth + 1),
            2 => Line(6),
            3 => $"<img src=\"{One(Links)}\" srcset=\"{One(Links)} 1e9x, , 2w\" alt=\"{WebUtility.HtmlEncode(Line(4))}\"><iframe src=\"{One(Links)}\"></iframe>",
            _ => One(Sentences),
        }));
        return element.Append(CultureInfo.InvariantCulture, $"</{tag}>").ToString();
    }

    private object? Value(int depth) => _random.Next(depth > 4 ? 6 : 9) switch
    {
        0 => null,
        1 => Is(2),
        2 => _random.NextInt64(-5, 3_000_000_000_000),
        3 => Line(8),
        4 => One([.. Links, .. Types]),
        5 => One(Sentences),
        6 => Enumerable.Range(0, _random.Next(4)).Select(_ => Value(depth + 1)).ToArray(),
        _ => Enumerable.Range(0, _random.Next(6)).Select(_ => One(Names)).Append("@type").Distinct().ToDictionary(n => n, n => n == "@type" ? One(Types) : Value(depth + 1)),
    };

    private string Line(int words) => string.Join(Is(2) ? " " : "", Enumerable.Range(0, _random.Next(1, words)).Select(_ => One(Words)));

    private T One<T>(T[] of) => of[_random.Next(of.Length)];

    private bool Is(int oneIn) => _random.Next(oneIn) == 0;

    private void Some(int most, Action make)
    {
        for (var left = _random.Next(1, most); left > 0; left--)
        {
            make();
        }
    }

    private static string[] Split(string words) => words.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
