using System.Collections.Frozen;

namespace Scraper.Core.Blocks;

/// <summary>The role of each HTML tag.</summary>
internal static class TagRoles
{
    private static readonly FrozenDictionary<string, TagRole> Roles = new (TagRole Role, string Names)[]
    {
        (TagRole.Inline, "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark math nobr output q ruby rb rtc s samp slot small picture object map applet blink span strike strong sub sup time tt u var wbr o:p mi mo mn ms mtext"),
        (TagRole.Container, "#document html body div section article main header footer nav aside figure form fieldset hgroup address center details dialog search frameset noframes optgroup marquee dir multicol thead tbody tfoot colgroup"),
        (TagRole.Paragraph, "p summary legend"),
        (TagRole.Heading, "h1 h2 h3 h4 h5 h6"),
        (TagRole.List, "ul ol menu dl"),
        (TagRole.ListItem, "li dt dd"),
        (TagRole.Caption, "figcaption caption"),
        (TagRole.Quote, "blockquote"),
        (TagRole.Preformatted, "pre xmp listing plaintext"),
        (TagRole.Table, "table"),
        (TagRole.Row, "tr"),
        (TagRole.Cell, "td th"),
        (TagRole.Break, "br"),
        (TagRole.Rule, "hr"),
        (TagRole.Embed, "iframe video audio embed"),
        (TagRole.NoScript, "noscript noembed"),
        (TagRole.Template, "template"),
        (TagRole.Control, "button"),
        (TagRole.Skip, "head script style svg canvas select option datalist textarea input rt rp img source track param meta link base title area col frame progress meter annotation annotation-xml"),
    }
    .SelectMany(r => r.Names.Split(' ').Select(n => (Name: n, r.Role)))
    .ToFrozenDictionary(r => r.Name, r => r.Role, StringComparer.Ordinal);

    public static TagRole Of(string name) => Roles.GetValueOrDefault(name);
}
