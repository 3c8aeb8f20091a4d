using AngleSharp.Dom;

namespace Scraper.Core.Blocks;

/// <summary>The element names that HTML, SVG and MathML treat in a way of their own, with the flags that AngleSharp's own elements have (a test compares them).</summary>
internal sealed class TagNames
{
    private const int Slots = 1024;

    private readonly TagName?[] _slots = new TagName?[Slots];

    private TagNames(params ReadOnlySpan<(NodeFlags Flags, string Names)> groups)
    {
        foreach (var (flags, names) in groups)
        {
            foreach (var name in names.Split(' '))
            {
                var slot = Slot(name);
                while (_slots[slot] is not null)
                {
                    slot = (slot + 1) & (Slots - 1);
                }

                _slots[slot] = new TagName(name, flags);
            }
        }
    }

    public static TagNames Html { get; } = new(
        (NodeFlags.Special | NodeFlags.ImplicitlyClosed | NodeFlags.Scoped | NodeFlags.HtmlMember | NodeFlags.HtmlTableSectionScoped | NodeFlags.HtmlTableScoped, "html"),
        (NodeFlags.Special | NodeFlags.HtmlMember, "head title noscript article section nav aside h1 h2 h3 h4 h5 h6 hgroup header footer address main blockquote menu dl figure figcaption div time colgroup form button select output fieldset details summary center dir frameset isindex listing plaintext"),
        (NodeFlags.SelfClosing | NodeFlags.Special | NodeFlags.HtmlMember, "base link meta hr br wbr source img embed param track area col input basefont bgsound frame keygen menuitem"),
        (NodeFlags.Special | NodeFlags.LiteralText | NodeFlags.HtmlMember, "style script iframe noembed noframes xmp"),
        (NodeFlags.Special | NodeFlags.Scoped | NodeFlags.HtmlMember | NodeFlags.HtmlTableSectionScoped | NodeFlags.HtmlTableScoped, "template table"),
        (NodeFlags.Special | NodeFlags.ImplicitlyClosed | NodeFlags.HtmlMember, "body tr"),
        (NodeFlags.HtmlMember, "search cite q dfn abbr ruby data var samp kbd sub sup mark bdi bdo span ins del picture video audio map label datalist progress meter legend dialog slot canvas acronym blink spacer image"),
        (NodeFlags.Special | NodeFlags.ImplicitlyClosed | NodeFlags.ImpliedEnd | NodeFlags.HtmlMember, "p li dt dd"),
        (NodeFlags.Special | NodeFlags.LineTolerance | NodeFlags.HtmlMember, "pre textarea"),
        (NodeFlags.Special | NodeFlags.HtmlMember | NodeFlags.HtmlListScoped, "ol ul"),
        (NodeFlags.HtmlMember | NodeFlags.HtmlFormatting, "a em strong small s code i b u big font nobr strike tt"),
        (NodeFlags.ImplicitlyClosed | NodeFlags.ImpliedEnd | NodeFlags.HtmlMember, "rb rt rtc rp"),
        (NodeFlags.Special | NodeFlags.Scoped | NodeFlags.HtmlMember, "object caption applet marquee"),
        (NodeFlags.Special | NodeFlags.ImplicitlyClosed | NodeFlags.HtmlMember | NodeFlags.HtmlTableSectionScoped, "tbody thead tfoot"),
        (NodeFlags.Special | NodeFlags.ImplicitlyClosed | NodeFlags.Scoped | NodeFlags.HtmlMember, "td th"),
        (NodeFlags.ImplicitlyClosed | NodeFlags.ImpliedEnd | NodeFlags.HtmlMember | NodeFlags.HtmlSelectScoped, "optgroup option"));

    public static TagNames Svg { get; } = new(
        (NodeFlags.SvgMember, "svg path g use circle rect"),
        (NodeFlags.Special | NodeFlags.Scoped | NodeFlags.HtmlTip | NodeFlags.SvgMember, "foreignObject desc title"));

    public static TagNames MathMl { get; } = new(
        (NodeFlags.MathMember, "math"),
        (NodeFlags.Special | NodeFlags.Scoped | NodeFlags.MathMember | NodeFlags.MathTip, "mi mo mn ms mtext"),
        (NodeFlags.Special | NodeFlags.Scoped | NodeFlags.MathMember, "annotation-xml"));

    public IEnumerable<TagName> All => _slots.OfType<TagName>();

    /// <summary>What is known of a name; <see langword="null"/> for one that is not in the table.</summary>
    public TagName? Find(ReadOnlySpan<char> name)
    {
        for (var slot = Slot(name); _slots[slot] is { } known; slot = (slot + 1) & (Slots - 1))
        {
            if (name.SequenceEqual(known.Text))
            {
                return known;
            }
        }

        return null;
    }

    private static int Slot(ReadOnlySpan<char> name) =>
        name.IsEmpty ? 0 : (int)(((uint)((name[0] * 31) + (name[^1] * 17) + (name[name.Length / 2] * 7) + name.Length) * 2654435769u) >> 22);
}
