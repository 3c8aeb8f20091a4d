using Scraper.Core.Blocks;
using Scraper.Core.Labelling;

namespace Scraper.Core.Articles;

/// <summary>Finds the pictures that an article's captions belong to.</summary>
internal static class PictureReader
{
    private const int FarthestFigure = 10;
    private const int LargestFigure = 200;

    // Where a script is to bring the picture, src is that of a placeholder.
    private static readonly string[] Addresses = ["data-src", "data-lazy-src", "data-original", "src", "srcset", "data-srcset"];

    // What held pictures before there was a figure: WordPress, MediaWiki, Blogger, Joomla, Squarespace.
    private static readonly string[] Figures =
    [
        "wp-caption", "gallery-item", "thumbinner", "tr-caption-container", "img_caption", "image-caption", "image-caption-wrapper", "image-with-caption", "img-caption", "caption-img", "captioned-image", "photo-caption", "picture-caption",
    ];

    private static readonly string[] CreditWords = ["credit", "copyright", "photographer", "byline", "source"];

    /// <summary>The pictures in page order, each address once.</summary>
    /// <param name="captions">The article's captions, labelled.</param>
    /// <param name="page">The page's address, or <see langword="null"/>: relative addresses are then left out.</param>
    public static IReadOnlyList<Picture> Read(IReadOnlyList<LabelledBlock> captions, string? page)
    {
        var figures = captions.Select(b => (b.Block, Figure: Figure(b.Block.Element)))
            .Where(b => b.Figure is not null).GroupBy(b => b.Figure!, b => b.Block);
        var pictures = new List<Picture>();
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (var figure in figures)
        {
            if (Address(figure.Key, page) is { } address && known.Add(address))
            {
                var (credits, said) = (figure.Where(IsCredit).ToList(), figure.Where(b => !IsCredit(b)).ToList());
                pictures.Add(new Picture(address, Joined(said), Joined(credits)));
            }
        }

        return pictures;
    }

    private static string? Joined(List<Block> blocks) => blocks.Count == 0 ? null : string.Join(' ', blocks.Select(b => b.Text).Distinct(StringComparer.Ordinal));

    private static HtmlElement? Figure(HtmlElement? element)
    {
        for (var i = 0; i < FarthestFigure && element is not null; i++, element = element.Parent)
        {
            if (element.Name == "figure" || (ClassList.Has(element, Figures) && Pictures(element).Any()))
            {
                return element;
            }
        }

        return null;
    }

    private static string? Address(HtmlElement figure, string? page)
    {
        foreach (var picture in Pictures(figure))
        {
            foreach (var name in Addresses)
            {
                // A srcset's first candidate is the address before its first space.
                if (picture.Attribute(name)?.Trim().Split(' ')[0].TrimEnd(',') is { Length: > 0 } address && LinkTarget.Of(page, address) is { } target)
                {
                    return target;
                }
            }
        }

        return null;
    }

    private static IEnumerable<HtmlElement> Pictures(HtmlElement figure) => figure.Descendants().Take(LargestFigure).Where(e => e.Name is "img" or "amp-img");

    private static bool IsCredit(Block block)
    {
        var element = block.Element;
        return element is not null && element.Name is not ("figure" or "figcaption")
            && (element.Attribute("itemprop") is "copyrightHolder" or "creator" or "author" || CreditWords.Any(w => element.Class?.Contains(w, StringComparison.OrdinalIgnoreCase) == true));
    }
}
