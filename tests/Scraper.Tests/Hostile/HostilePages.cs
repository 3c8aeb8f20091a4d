using System.Globalization;
using System.Text;

namespace Scraper.Tests.Hostile;

/// <summary>Pages made to hurt, each of any size; the same text every time.</summary>
internal static class HostilePages
{
    /// <summary>A sentence of the article that some of the pages have.</summary>
    public const string Sentence = "The council voted on Tuesday to close the old harbour bridge for repairs that will take most of the year.";

    private static readonly string Article =
        "<article><h1>Harbour bridge to close for repairs</h1>" + string.Concat(Enumerable.Range(1, 8).Select(i =>
            $"<p>{(i == 3 ? Sentence : $"Paragraph {i.ToString(CultureInfo.InvariantCulture)} tells readers, in plain words and at some length, what the engineers found when they looked at the piers last spring, and why they think it matters.")}</p>")) + "</article>";

    public static IReadOnlyList<HostilePage> All { get; } =
    [
        // Nesting.
        .. "div span p b a font ul table tr td blockquote section form fieldset button select svg math template iframe object ruby dl h1 pre label custom-element noscript details marquee nobr"
            .Split(' ').Select(tag => new HostilePage($"nested <{tag}>", size => Article + Repeat($"<{tag}>", size), HasArticle: tag is not ("template" or "iframe"))),
        new("nested formatting elements", size => Article + Repeat("<b><i><u><a href=x><em>", size), true),
        new("formatting elements closed in the wrong order", size => Article + Repeat("<b><i>x</b></i>", size), true),
        new("paragraphs left open in formatting elements", size => Article + Repeat("<b><p>x", size), true),
        new("tables in tables", size => Article + Repeat("<table><tr><td>", size), true),
        new("tables in tables with text put out of them", size => Article + Repeat("<table><tr>x<td>y", size), true),
        new("svg in math in svg", size => Article + Repeat("<svg><foreignObject><math><annotation-xml encoding='text/html'>", size), true),
        new("templates in tables in selects", size => Article + Repeat("<template><table><select><tr>", size), true),
        new("lists in lists with items left open", size => Article + Repeat("<ul><li>x", size), true),
        new("deep, then an article", size => Repeat("<div>", size) + Article + Repeat("</div>", size), true),
        new("end tags without start tags", size => Repeat("</b></div></p></table>", size) + Article, true),
        new("everything unclosed", size => Repeat("<div><p><b><a href='x'>word <table><tr><td>", size)),
        new("nested headings of all levels", size => Article + Repeat("<h1><h2><h3><h4><h5><h6>", size), true),

        // Many.
        new("siblings", size => Article + Repeat("<div></div>", size), true),
        new("siblings with a word", size => Article + Repeat("<p>x</p>", size)),
        new("text siblings", size => Article + Repeat("x<br>", size), true),
        new("links", size => Article + Repeat("<a>x</a>", size), true),
        new("links left open", size => Article + Repeat("<a href=x>x", size), true),
        new("headings", size => Article + Repeat("<h2>A heading</h2>", size)),
        new("first-level headings", size => Article + Repeat("<h1>A heading of the page</h1>", size)),
        new("paragraphs all alike", size => Article + Repeat("<p>The same caption said again and again under every picture.</p>", size)),
        new("captions all alike", size => Article + Repeat("<figure><img><figcaption>The same caption said again and again, pictured.</figcaption></figure>", size), true),
        new("long paragraphs nearly alike", size => Numbered("<p>The minister said {0} on Monday that the bridge would be closed for {0} months and that nobody would be asked to pay for it before the end of next year at the earliest.</p>", size)),
        new("list items", size => Article + "<ul>" + Repeat("<li>An item", size)),
        new("one giant table", size => Article + "<table>" + Repeat("<tr><td>1<td>2<td>3", size)),
        new("one giant row", size => Article + "<table><tr>" + Repeat("<td>1", size)),
        new("many small tables", size => Article + Repeat("<table><tr><td>a<td>b<tr><td>c<td>d</table>", size)),
        new("images", size => Article + Repeat("<img src=x alt=y>", size), true),
        new("meta elements", size => "<head>" + Repeat("<meta property='og:title' content='Harbour bridge'>", size) + "</head>" + Article, true),
        new("titles", size => "<head>" + Repeat("<title>Harbour bridge | Site</title>", size) + "</head>" + Article, true),
        new("link elements", size => "<head>" + Repeat("<link rel=canonical href='/x'>", size) + "</head>" + Article, true),
        new("times", size => Article + Repeat("<time datetime='2021-03-04'>4 March 2021</time>", size), true),
        new("bylines", size => Article + Repeat("<span class=byline>By Jane Doe and John Smith, staff writers, 4 March 2021</span>", size)),
        new("bylines that never end", size => Article + "<span class=byline>By " + Repeat("Jane Doe, ", size) + "</span>", true),
        new("microdata", size => Article + Repeat("<span itemscope itemprop=author><span itemprop=name>Jane</span>", size), true),
        new("readers' comments, each with a name of its own", size => Article + Numbered("<div class='my-comment-{0} reader{0}' id=comment_{0}><p>Reader {0} says</p></div>", size), true),
        new("stamps and links in a row", size => Article + Numbered("<li>Reader{0} - 16.08.2015 10:16</li><li><a href=/{0}>The story number {0}</a></li>", size)),
        new("embeds", size => Article + Repeat("<iframe src='https://www.youtube.com/embed/x'></iframe>", size)),
        new("embedded posts", size => Article + Repeat("<blockquote class=twitter-tweet><a href=x>y</a></blockquote>", size)),
        new("nested embedded posts", size => Article + Repeat("<blockquote class=twitter-tweet><a href=x>y</a>", size), true),
        new("noscripts", size => Repeat("<noscript><div><p>x</div></noscript>", size)),

        // Attributes and names.
        new("attributes on one element", size => "<div " + Numbered("a{0}=x ", size) + ">" + Article, true),
        new("the same attribute again", size => "<div " + Repeat("class=x ", size) + ">" + Article, true),
        new("one long attribute", size => "<div class='" + Repeat("related-comment-share ", size) + "'>" + Article, true),
        new("an attribute left open", size => Article + "<a href='" + Repeat("x", size), true),
        new("different classes", size => Article + Numbered("<p class='c{0} d{0} e{0}'>word</p>", size)),
        new("a long tag name", size => Article + "<" + Repeat("x", size) + ">", true),
        new("different tag names", size => Article + Numbered("<t{0}>x</t{0}>", size)),

        // Text.
        new("one long text", size => Article + "<p>" + Repeat("word ", size)),
        new("one long word", size => Article + "<p>" + Repeat("x", size)),
        new("one long sentence of Chinese", size => Article + "<p>" + Repeat("桥梁将关闭维修", size)),
        new("white space", size => Article + Repeat(" \n\t", size) + "<p>x", true),
        new("entities", size => Article + "<p>" + Repeat("&amp;&nbsp;&#x41;", size)),
        new("entities that are none", size => Article + "<p>" + Repeat("&", size)),
        new("entities without end", size => Article + "<p>" + Repeat("&CounterClockwiseContourIntegra", size)),
        new("huge character references", size => Article + "<p>&#" + Repeat("9", size) + ";", true),
        new("less-than signs", size => Article + "<p>" + Repeat("<", size)),
        new("less-than signs and letters", size => Article + Repeat("<x", size), true),
        new("capitals", size => Article + "<h1>" + Repeat("J. ", size)),
        new("digits", size => Article + "<p>" + Repeat("12:", size)),
        new("brackets", size => Article + "<p>" + Repeat("(", size)),
        new("colons", size => Article + "<p>" + Repeat("Photo: ", size)),
        new("combining marks", size => Article + "<p>e" + Repeat("\u0301", size)),
        new("lone surrogates", size => Article + "<p>" + Repeat("\ud800", size)),
        new("preformatted text", size => Article + "<pre>" + Repeat("line\n", size)),
        new("a text area", size => Article + "<textarea>" + Repeat("<p>x", size), true),
        new("plaintext", size => Article + "<plaintext>" + Repeat("<p>x\n", size)),

        // Scripts, styles, comments, data.
        new("a script", size => Article + "<script>" + Repeat("var x = '<p>';", size) + "</script>", true),
        new("a script left open", size => Article + "<script>" + Repeat("<!-- <script> ", size), true),
        new("scripts", size => Article + Repeat("<script>x()</script>", size), true),
        new("a style", size => "<style>" + Repeat(".a{color:red}", size) + "</style>" + Article, true),
        new("a comment", size => Article + "<!--" + Repeat("-", size) + "-->", true),
        new("a comment left open", size => Article + "<!--" + Repeat("x", size), true),
        new("comments", size => Repeat("<!---->", size) + Article, true),
        new("CDATA", size => Article + Repeat("<![CDATA[x]]>", size), true),
        new("doctypes", size => Repeat("<!doctype html>", size) + Article, true),
        new("deep JSON-LD", size => Data(Repeat("[", size)) + Article, true),
        new("deep objects in JSON-LD", size => Data(Repeat("{\"a\":", size)) + Article, true),
        new("long JSON-LD", size => Data("[" + Repeat("{\"@type\":\"NewsArticle\",\"headline\":\"x\"},", size) + "{}]") + Article, true),
        new("JSON-LD of one string", size => Data("{\"@type\":\"NewsArticle\",\"articleBody\":\"" + Repeat("word ", size) + "\"}") + Article),
        new("JSON-LD of emojis and an escape behind them", size => Data("{\"@type\":\"NewsArticle\",\"headline\":\"" + Repeat("\U0001F600", size) + "\\n\"}") + Article, true),
        new("JSON-LD author of marks", size => Data("{\"@type\":\"NewsArticle\",\"author\":\"" + Repeat("*", size) + "\"}") + Article, true),
        new("broken JSON-LD", size => Data(Repeat("{\"a\":\"b\\q", size)) + Article, true),
        new("comments left open in JSON-LD", size => Data("{" + Repeat("/*a", size)) + Article, true),
        new("JSON-LD of references", size => Data("{\"@graph\":[" + Numbered("{{\"@id\":\"#{0}\",\"author\":{{\"@id\":\"#{0}\"}}}},", size) + "{}]}") + Article, true),
        new("many JSON-LD scripts", size => Repeat(Data("{\"@type\":\"NewsArticle\",\"headline\":\"x\"}"), size) + Article, true),
        new("hydration state", size => "<script id=__NEXT_DATA__ type=application/json>{\"props\":[" + Repeat("{\"body\":\"A sentence of more than forty characters in the state.\"},", size) + "{}]}</script>"),
        new("a text that a state refers to again and again", size => "<script type=application/json>{\"a\":{\"type\":\"paragraph\",\"text\":\"" + Repeat("word ", size / 4) + "\"},\"b\":[" + Repeat("{\"__ref\":\"a\"},", size / 4) + "{}]}</script>"),
        new("a paragraph whose words a state refers to again and again", size => "<script type=application/json>{\"a\":{\"type\":\"text\",\"text\":\"" + Repeat("word ", size / 4) + "\"},\"b\":[{\"type\":\"heading\",\"children\":[" + Repeat("{\"__ref\":\"a\"},", size / 4) + "{}]},{},{}]}</script>"),
        new("titles, and a state of titles", size => Numbered("<meta property='og:title' content='Harbour bridge {0}'>", size / 2) + "<script type=application/json>[" + Numbered("{{\"a\":\"Harbour river {0}\"}},", size / 3) + "{}]</script>"),
        new("rows of a state that announce texts", size => Repeat("<script>self.__next_f.push([1,\"" + Repeat("1:Tz\\n", 1000) + "\"])</script>", size)),
        new("many paths of hydration state", size => "<script type=application/json>{" + Numbered("\"k{0}\":{{\"body\":\"A sentence of more than forty characters in the state.\"}},", size) + "\"z\":0}</script>"),

        // Kinds of input.
        new("NULs", size => Article + Repeat("\0", size), true),
        new("NULs in tags", size => Article + Repeat("<d\0iv a\0b=\0>\0", size), true),
        new("bytes that are no text", Noise),
        new("XHTML", size => "<?xml version='1.0'?><!DOCTYPE html PUBLIC '-//W3C//DTD XHTML 1.0 Strict//EN' 'x'><html xmlns='http://www.w3.org/1999/xhtml'><body>" + Article + Repeat("<br /><div />", size) + "</body></html>", true),
        new("processing instructions", size => Repeat("<?php echo ?>", size) + Article, true),
        new("framesets", size => "<html>" + Repeat("<frameset><frame src=x>", size)),
        new("nothing but spaces", size => Repeat(" ", size)),
        new("unclosed tags without end", size => Article + Repeat("<a b='", size), true),

        // Plain text.
        new("plain text of words", size => Repeat("word ", size), IsText: true),
        new("plain text of one line", size => Repeat("x", size), IsText: true),
        new("plain text of lines", size => Repeat("A line of text.\n", size), IsText: true),
        new("plain text of empty lines", size => Repeat("\n", size), IsText: true),
        new("plain text of lines all alike", size => Repeat("The same sentence said again and again by the minister on Monday.\n\n", size), IsText: true),
        new("plain text of dates", size => Repeat("4 March 2021, 12:30\n", size), IsText: true),
        new("plain text of section headings", size => Repeat("Related articles\n\nComments\n\n", size), IsText: true),
        new("plain text of bullets", size => Repeat("- \n* x\n", size), IsText: true),
        new("plain text of carriage returns", size => Repeat("\r\n\r", size), IsText: true),
        new("plain text of noise", Noise, IsText: true),
    ];

    private static string Data(string json) => "<script type=application/ld+json>" + json + "</script>";

    private static string Repeat(string part, int size) => new StringBuilder(size + part.Length).Insert(0, part, Math.Max(1, size / part.Length)).ToString();

    private static string Numbered(string format, int size)
    {
        var text = new StringBuilder(size);
        var composite = CompositeFormat.Parse(format);
        for (var i = 0; text.Length < size; i++)
        {
            text.AppendFormat(CultureInfo.InvariantCulture, composite, i);
        }

        return text.ToString();
    }

    private static string Noise(int size) => string.Create(size, 0, static (text, _) =>
    {
        var state = 0x9E3779B9u;
        for (var i = 0; i < text.Length; i++)
        {
            state ^= state << 13;
            state ^= state >> 17;
            state ^= state << 5;
            text[i] = (char)(state & 0xFF);
        }
    });
}
