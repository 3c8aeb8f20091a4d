using System.Collections.Frozen;
using System.Numerics;
using Scraper.Core.Blocks;
using Scraper.Core.Blocks.Parsing;

namespace Scraper.Core.Labelling;

/// <summary>
/// Small boxes amid an article that say by a class, id or data attribute what they are: a caption, a pull quote, a call to subscribe; or by a field for one's mail. The model
/// weighs such a word against all other names around; of so small a box it is the truth (benchmark's articles, out of fold: of 69 such
/// blocks that the model took, the gold holds 12).
/// </summary>
internal static class NamedBoxes
{
    private const int MostBlocks = 6;

    /// <summary>Words of text that there must be on the page for each word in the box.</summary>
    private const int TextTimes = 4;

    private static readonly (Label Label, int MostWords, string[] Words)[] Names =
    [
        (Label.Caption, 60, ["caption"]),
        (Label.PullQuote, 60, ["pullquote", "pull-quote", "pull_quote"]),
        (Label.Advert, 80, ["newsletter", "signup", "sign-up", "donat", "promo", "sponsor", "advert", "taboola", "outbrain", "popup"]),
    ];

    private const int Advert = 2;

    /// <summary>Elements of a box that are searched for a field.</summary>
    private const int MostElements = 80;

    private static readonly Verdict Asking = new(Label.Advert, new Reason(ReasonKind.Model, "stands in a small box that asks for an address of mail", 0.9));

    /// <summary>A page with more pull quotes than this is made of quotes.</summary>
    private const int MostPullQuotes = 5;

    private static readonly MarkupWords Marks = new([.. Names.Select((n, i) => (1u << i, n.Words))]);

    private static readonly Verdict[] Verdicts =
        [.. Names.Select(n => new Verdict(n.Label, new Reason(ReasonKind.Model, $"stands in a small box that is named {string.Join(" or ", n.Words.Take(2))} in the markup", 0.9)))];

    /// <summary>The verdicts on the blocks of such boxes; none for what is no article.</summary>
    public static IReadOnlyDictionary<int, Verdict> Find(PagePrediction page)
    {
        if (page.Kind != PageKind.Article)
        {
            return FrozenDictionary<int, Verdict>.Empty;
        }

        var found = new Dictionary<int, Verdict>();
        var text = Words(page, 0, page.View.Count, page.IsText);
        var known = new uint?[page.View.Outline.Values.Count];
        foreach (ref readonly var box in page.View.Containers)
        {
            if (box.EndBlock - box.FirstBlock is <= 0 or > MostBlocks || box.Element.Tag.Is(TagTraits.Heading))
            {
                continue;
            }

            var said = Said(box.Element, known);
            if (said == 0 && !(box.Controls > 0 && AsksForMail(box.Element)))
            {
                continue;
            }

            var name = said == 0 ? Advert : BitOperations.TrailingZeroCount(said);
            if (Words(page, box.FirstBlock, box.EndBlock, static _ => true) is var words && words <= Names[name].MostWords && words * TextTimes < text)
            {
                for (var i = box.FirstBlock; i < box.EndBlock; i++)
                {
                    found.TryAdd(i, said == 0 ? Asking : Verdicts[name]);
                }
            }
        }

        return found.Values.Count(v => v.Label == Label.PullQuote) <= MostPullQuotes ? found : found.Where(f => f.Value.Label != Label.PullQuote).ToDictionary();
    }

    private static bool AsksForMail(HtmlElement box) =>
        box.Descendants().Take(MostElements).Any(e => e.Name == "input" && (e.Attribute("type") == "email" || e.Attribute("name")?.Contains("email", StringComparison.OrdinalIgnoreCase) == true));

    private static int Words(PagePrediction page, int from, int to, Func<int, bool> counts)
    {
        var words = 0;
        for (var i = from; i < to; i++)
        {
            words += counts(i) ? page.View.Shapes[i].ReadWords : 0;
        }

        return words;
    }

    /// <summary>Which names an element has, a bit each; a value is looked at once.</summary>
    private static uint Said(HtmlElement element, uint?[] known)
    {
        var said = 0u;
        foreach (ref readonly var attribute in element.Attributes.Pairs)
        {
            if (attribute.Kind is AttributeKind.Class or AttributeKind.Id or (>= AttributeKind.DataTestId and <= AttributeKind.DataRole))
            {
                said |= attribute.Number < 0 ? Marks.In(attribute.Value.Span) : known[attribute.Number] ??= Marks.In(attribute.Value.Span);
            }
        }

        return said;
    }
}
