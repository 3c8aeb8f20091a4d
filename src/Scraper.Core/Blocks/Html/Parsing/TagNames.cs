namespace Scraper.Core.Blocks.Parsing;

/// <summary>
/// The element names that HTML, SVG and MathML treat in a way of their own. Where AngleSharp counts a few more as special
/// than the standard does (<c>time</c>, <c>output</c>, <c>colgroup</c> …), so does this table (a test compares them).
/// </summary>
internal sealed class TagNames
{
    private const TagTraits SpecialFlat = TagTraits.Special | TagTraits.Flat;
    private const TagTraits Implied = TagTraits.ImpliedEnd | TagTraits.Flat;
    private const TagTraits Bound = TagTraits.Special | TagTraits.Scope;
    private const int Slots = 1024;

    private static readonly Dictionary<string, TagId> Ids = Enum.GetValues<TagId>().Skip(1).ToDictionary(id => id.ToString(), StringComparer.OrdinalIgnoreCase);

    private readonly TagName?[] _slots = new TagName?[Slots];
    private readonly TagName[] _byId = new TagName[byte.MaxValue + 1];

    private TagNames(List<TagName> known, TagTraits space, params ReadOnlySpan<(TagTraits Traits, string Names)> groups)
    {
        foreach (var (traits, names) in groups)
        {
            foreach (var name in names.Split(' '))
            {
                var slot = Slot(name);
                while (_slots[slot] is not null)
                {
                    slot = (slot + 1) & (Slots - 1);
                }

                var tag = new TagName(name, space == TagTraits.None ? Ids.GetValueOrDefault(name) : TagId.Other, traits | space, known.Count);
                known.Add(tag);
                _slots[slot] = _byId[(int)tag.Id] = tag;
            }
        }
    }

    static TagNames()
    {
        var known = new List<TagName>();
        Html = new(
            known,
            TagTraits.None,
            (Bound | TagTraits.TableScope | TagTraits.Flat, "html"),
            (Bound | TagTraits.TableScope, "template"),
            (Bound | TagTraits.TableScope | TagTraits.Fosters, "table"),
            (SpecialFlat | TagTraits.Fosters, "tr tbody thead tfoot"),
            (Bound | TagTraits.Flat, "td th caption"),
            (Bound, "object applet marquee"),
            (SpecialFlat, "head body colgroup form select frame"),
            (SpecialFlat | TagTraits.Raw, "title noscript plaintext style script iframe noembed noframes xmp textarea"),
            (SpecialFlat | TagTraits.ButtonScope, "button"),
            (TagTraits.Special, "article section nav aside hgroup header footer address main blockquote menu dl figure figcaption div time output fieldset details summary center dir frameset listing pre"),
            (TagTraits.Special | TagTraits.Heading, "h1 h2 h3 h4 h5 h6"),
            (TagTraits.Special | TagTraits.ListScope, "ol ul"),
            (SpecialFlat | TagTraits.Void, "base link meta hr br wbr source img embed param track area col input basefont bgsound keygen menuitem"),
            (TagTraits.Special | Implied, "p li dt dd"),
            (Implied, "rb rt rtc rp"),
            (Implied | TagTraits.SelectScope, "optgroup option"),
            (TagTraits.Formatting | TagTraits.Flat, "a nobr"),
            (TagTraits.Formatting, "em strong small s code i b u big font strike tt"),
            (TagTraits.None, "search cite q dfn abbr ruby data var samp kbd sub sup mark bdi bdo span ins del picture video audio map label datalist progress meter legend dialog slot canvas acronym blink spacer image svg math"));
        Svg = new(known, TagTraits.Svg, (TagTraits.None, "svg path g use circle rect"), (Bound | TagTraits.HtmlPoint, "foreignObject desc title"));
        MathMl = new(known, TagTraits.MathMl, (TagTraits.None, "math"), (Bound | TagTraits.MathTextPoint, "mi mo mn ms mtext"), (Bound, "annotation-xml"));
        Known = [.. known];
    }

    public static TagNames Html { get; }

    public static TagNames Svg { get; }

    public static TagNames MathMl { get; }

    /// <summary>All names of the three tables, by <see cref="TagName.Index"/>.</summary>
    public static TagName[] Known { get; }

    public IEnumerable<TagName> All => _slots.OfType<TagName>();

    public TagName this[TagId id] => _byId[(int)id];

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
