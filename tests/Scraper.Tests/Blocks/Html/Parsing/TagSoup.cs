using System.Text;

namespace Scraper.Tests.Blocks.Html.Parsing;

/// <summary>Pages grown from a grammar of tags, texts and slips. The same seed gives the same page everywhere.</summary>
internal static class TagSoup
{
    private const int MostPieces = 24;

    private static readonly string[] Names =
        ("a b i u em strong font nobr code big p div span li ul ol dd dt dl h1 h2 table tbody thead tfoot tr td th caption col colgroup " +
         "input svg math mi mo mtext annotation-xml foreignobject desc path form button object marquee applet br hr img image ruby rb rt rp rtc " +
         "meta link base center address article section main details summary dialog fieldset menu keygen source x-y time output mglyph malignmark area wbr embed param track label template").Split(' ');

    private static readonly string[] RareNames = "plaintext frameset frame html body head noframes xmp noembed iframe style script title textarea noscript".Split(' ');

    private static readonly string[] Tags =
    [
        "<a href=x>", "<b class=y>", "<font color=red>", "<font size=1>", "<input type=hidden>", "<input type=HIDDEN x>", "<svg/>", "<path/>", "<div/>", "<br/>", "<svg viewbox='0 0'>",
        "<math definitionurl=x>", "<annotation-xml encoding='text/html'>", "<p class='a&amp;b'>", "<p ID=1 id=2>", "<a x='1' X=2 y>", "<p a=b c='d' e=\"f\" g>",
        "<p a='&ampx &amp= &lt;&notit; &copy'>", "<p a=x/>", "<p =a=b>", "<p a==b>", "<p 'a\"b<c>", "<p a='\r\n'>", "<div\nclass=x\t>", "<P CLASS=Z>", "<html lang=en>", "<body class=q>", "<a\0b>",
    ];

    private static readonly string[] Texts =
    [
        "x", "x", "x", "x", " ", " ", "\n", "y z", "\r\n", "\r", "&amp;", "&amp", "&ampx", "&lt", "&notit;", "&notin;", "&#65;", "&#x41", "&#0;", "&#128;", "&#xD800;", "&#x110000;", "&#13;", "&#;", "&#x;",
        "&", "&x;", "&copy", "&copy;", "&CounterClockwiseContourIntegral;", "&nbsp;", "&Aacute", "&NotEqualTilde;", "\f", "a\0b", "'", "\"", "=", "/", "é", "日",
    ];

    private static readonly string[] Slips =
    [
        "<", ">", "<>", "</", "<!", "<!x>", "<?php x ?>", "<!---->", "<!-->", "<!--->", "<!-- x -->", "<!-- a -- b --!>", "<!--", "-->", "<![CDATA[", "]]>", "<!doctype html>", "<!DOCTYPE>",
        "<!doctype html public '-//W3C//DTD HTML 3.2//'>", "<!doctype x>", "</ x>", "</1>", "<1>", "<!--<script>", "<!--<script >x</script >", "</script ", "<scr", "</tit", "</textareax>",
    ];

    public static string Grow(int seed)
    {
        var random = new Random(seed);
        var page = new StringBuilder();
        for (var left = random.Next(1, MostPieces); left > 0; left--)
        {
            page.Append(random.Next(20) switch
            {
                < 7 => $"<{Pick(Names, random)}>",
                < 12 => $"</{Pick(Names, random)}>",
                12 => random.Next(2) == 0 ? $"<{Pick(RareNames, random)}>" : $"</{Pick(RareNames, random)}>",
                < 15 => Pick(Tags, random),
                15 => Pick(Slips, random),
                _ => Pick(Texts, random),
            });
        }

        return page.ToString();
    }

    private static string Pick(string[] pieces, Random random) => pieces[random.Next(pieces.Length)];
}
