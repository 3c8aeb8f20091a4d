using System.Runtime.InteropServices;
using Scraper.Core.Blocks;

namespace Scraper.Core.Labelling;

/// <summary>
/// Names what a block that is not text is, by its markup: tags first, then the words of class, id and role on the way
/// up. The words are those that publishers' markup uses everywhere, most of them English on pages of any language.
/// It serves one page, and looks at each element once.
/// </summary>
internal sealed class BoilerplateNamer(PagePrediction page)
{
    private const int FarthestAncestor = 12;

    /// <summary>Blocks above the headline, or above the text where no heading is the headline, within which a subtitle stands.</summary>
    private const int AboveHeadline = 3;
    private const int AboveText = 6;

    // Longer words first where one holds another; the nearest element that has any of them decides.
    private static readonly (string Word, Label Label)[] Marks =
    [
        ("cookie", Label.Consent), ("consent", Label.Consent), ("gdpr", Label.Consent), ("onetrust", Label.Consent),
        ("newsletter", Label.Advert), ("subscri", Label.Advert), ("advert", Label.Advert), ("sponsor", Label.Advert), ("promo", Label.Advert), ("paywall", Label.Advert),
        ("donat", Label.Advert), ("signup", Label.Advert), ("sign-up", Label.Advert), ("taboola", Label.Advert), ("outbrain", Label.Advert),
        ("comment", Label.Comment), ("disqus", Label.Comment), ("respond", Label.Comment),
        ("related", Label.Related), ("recommend", Label.Related), ("read-more", Label.Related), ("readmore", Label.Related), ("more-from", Label.Related), ("popular", Label.Related),
        ("trending", Label.Related), ("most-read", Label.Related), ("mostread", Label.Related), ("teaser", Label.Related), ("latest", Label.Related), ("also-like", Label.Related),
        ("share", Label.Social), ("sharing", Label.Social), ("social", Label.Social), ("follow", Label.Social), ("addtoany", Label.Social), ("sharedaddy", Label.Social),
        ("breadcrumb", Label.Breadcrumb), ("crumb", Label.Breadcrumb),
        ("caption", Label.Caption), ("photo-credit", Label.Caption), ("image-credit", Label.Caption), ("wp-caption", Label.Caption), ("credit", Label.Caption),
        ("byline", Label.Byline), ("author", Label.Byline), ("writer", Label.Byline),
        ("datetime", Label.Date), ("timestamp", Label.Date), ("pubdate", Label.Date), ("published", Label.Date), ("publish-date", Label.Date), ("post-date", Label.Date), ("dateline", Label.Date), ("entry-date", Label.Date),
        ("subtitle", Label.Subtitle), ("standfirst", Label.Subtitle), ("subhead", Label.Subtitle), ("dek", Label.Subtitle),
        ("sub-title", Label.Subtitle), ("sub_title", Label.Subtitle), ("sommario", Label.Subtitle), ("bajada", Label.Subtitle), ("copete", Label.Subtitle), ("entradilla", Label.Subtitle), ("chapo", Label.Subtitle), ("vorspann", Label.Subtitle),
        ("pagination", Label.Navigation), ("pager", Label.Navigation), ("navigation", Label.Navigation), ("navbar", Label.Navigation), ("menu", Label.Navigation), ("search", Label.Navigation), ("tags", Label.Navigation), ("tag-list", Label.Navigation), ("sitemap", Label.Navigation),
    ];

    /// <summary>Tells in one look whose words a value has: a bit a label.</summary>
    private static readonly MarkupWords MarkWords = new([.. Marks.GroupBy(m => m.Label, m => m.Word).Select(g => (Bit(g.Key), g.ToArray()))]);

    private static readonly (AttributeKind Kind, string Name)[] Attributes =
    [
        (AttributeKind.Class, "class"), (AttributeKind.Id, "id"), (AttributeKind.Role, "role"),
        (AttributeKind.ItemProp, "itemprop"), (AttributeKind.DataTestId, "data-testid"), (AttributeKind.DataComponent, "data-component"),
    ];

    private static readonly ulong AllKinds = Attributes.Aggregate(0ul, (kinds, attribute) => kinds | (1ul << (int)attribute.Kind));

    /// <summary>Where a subtitle may stand.</summary>
    private readonly Range _head = HeadOf(page);

    private readonly (Label Label, string Why)[]?[] _known = new (Label, string)[]?[page.View.Outline.Values.Count];
    private readonly Dictionary<(int, AttributeKind), (Label Label, string Why)[]?> _others = [];

    /// <summary>The label, and what in the markup says so.</summary>
    public (Label Label, string Why) Name(int block)
    {
        var b = page.View.Blocks[block];
        if (b.Kind == BlockKind.Caption)
        {
            return (Label.Caption, $"<{b.Element?.Name}>");
        }

        if (b.Kind == BlockKind.Heading && (page.Table[Feature.CopyIsTitle, block] == 1 || page.Table[Feature.CopyShareOfTitle, block] > 0.7f))
        {
            return (Label.Title, "repeats the page's title");
        }

        if (page.Table[Feature.TagTime, block] == 1)
        {
            return (Label.Date, "<time>");
        }

        for (var (element, steps) = (b.Element, 0); element is not null && steps < FarthestAncestor; element = element.Parent, steps++)
        {
            var kinds = Kinds(element.Attributes);
            foreach (var (kind, name) in kinds == 0 ? [] : Attributes)
            {
                if ((kinds & (1ul << (int)kind)) == 0)
                {
                    continue;
                }

                foreach (var found in MarksOf(element.Attributes, kind, name))
                {
                    if (Fits(found.Label, b))
                    {
                        return found;
                    }
                }
            }

            if (ByTag(element.Name) is { } tag)
            {
                return tag;
            }
        }

        return page.Table[Feature.TextLinkDensity, block] > 0.8f ? (Label.Navigation, "nothing but links") : (Label.Other, "no mark in the markup");
    }

    /// <summary>The kinds of attributes that an element has, a bit each.</summary>
    private static ulong Kinds(HtmlAttributeMap attributes)
    {
        var kinds = 0ul;
        foreach (ref readonly var attribute in attributes.Pairs)
        {
            kinds |= 1ul << (int)attribute.Kind;
        }

        return kinds & AllKinds;
    }

    /// <summary>What an attribute calls its element, the first that says most first.</summary>
    private (Label Label, string Why)[] MarksOf(HtmlAttributeMap attributes, AttributeKind kind, string name)
    {
        foreach (ref readonly var attribute in attributes.Pairs)
        {
            if (attribute.Kind == kind)
            {
                return attribute.Number < 0 ? ReadMarks(attribute.Value.Span, name)
                    : kind == AttributeKind.Class ? _known[attribute.Number] ??= ReadMarks(attribute.Value.Span, name)
                    : Others(attribute, name);
            }
        }

        return [];
    }

    private (Label Label, string Why)[] Others(in HtmlAttribute attribute, string name)
    {
        ref var marks = ref CollectionsMarshal.GetValueRefOrAddDefault(_others, (attribute.Number, attribute.Kind), out _);
        return marks ??= ReadMarks(attribute.Value.Span, name);
    }

    private static (Label Label, string Why)[] ReadMarks(ReadOnlySpan<char> value, string name)
    {
        var said = value.Length is <= 2 or >= 400 ? 0 : MarkWords.In(value);
        if (said == 0)
        {
            return [];
        }

        var marks = new List<(Label, string)>();
        foreach (var (word, label) in Marks)
        {
            if ((said & Bit(label)) != 0 && value.Contains(word, StringComparison.OrdinalIgnoreCase))
            {
                marks.Add((label, $"{name} has \"{word}\""));
            }
        }

        return [.. marks];
    }

    private static uint Bit(Label label) => 1u << (int)label;

    private static (Label, string)? ByTag(string name) => name switch
    {
        "nav" => (Label.Navigation, "<nav>"),
        "footer" => (Label.Other, "<footer>"),
        "address" => (Label.Byline, "<address>"),
        "aside" => (Label.Related, "<aside>"),
        "body" => (Label.Other, "no mark in the markup"),
        _ => null,
    };

    /// <summary>A byline or a date is short; a paragraph in a box that is called so is something else. What is called a subtitle far from the headline is a teaser's.</summary>
    private bool Fits(Label label, Block block) => label switch
    {
        Label.Byline or Label.Date => block.Text.Length < 160,
        Label.Subtitle => block.Text.Length < 400 && block.Index >= _head.Start.Value && block.Index < _head.End.Value,
        _ => true,
    };

    private static Range HeadOf(PagePrediction page)
    {
        var text = (page.Headline ?? -1) + 1;
        while (text < page.View.Count && !page.IsText(text))
        {
            text++;
        }

        return Math.Max(0, page.Headline - AboveHeadline ?? text - AboveText)..text;
    }
}
