using System.Globalization;
using Scraper.Core.Blocks;
using Scraper.Core.Templates;

namespace Scraper.Core.Labelling;

/// <summary>
/// What the site's other pages say against a block that is taken for text. Where most of the site's text stands, only the very
/// text counts, and only on so many pages that no article's quotation is; elsewhere the company that its path keeps counts, too.
/// </summary>
/// <param name="template">What is known of the site.</param>
internal sealed class BoilerplateEvidence(SiteTemplate template)
{
    /// <summary>Thousandths of a site's text that make a path one where its articles stand.</summary>
    private const int Main = 200;

    /// <summary>Pages on which the very text must stand, and their share of all pages: the more pages, the less of a share.</summary>
    private static readonly (int Pages, double Share)[] AmongArticles = [(5, 0.5), (12, 0.2), (25, 0.1)], Elsewhere = [(3, 0.6), (5, 0.08)], OfDoubtful = [(3, 0.2)];

    /// <summary>Long blocks at a path, its pages, and the share of the blocks that must stand on other pages as well.</summary>
    private static readonly (int Blocks, int Pages, double Share)[] Repeating = [(3, 3, 0.8), (5, 4, 0.6)];

    /// <summary>Pages and their share on which a line has the same words around its links.</summary>
    private const int LeastFramed = 4;
    private const double LeastFramedShare = 0.05;

    /// <summary>Pages of a path that only ever stands at an edge of the text, blocks a page, and the shares of blocks at the edge and of those that sound alike.</summary>
    private const int LeastAtEdge = 8;
    private const double MostOnPage = 1.5, LeastShareAtEdge = 0.8, LeastShareAlike = 0.5;

    /// <summary>Why the block is boilerplate; <see langword="null"/> where it is not known to be.</summary>
    /// <param name="block">The block.</param>
    /// <param name="path">Its path.</param>
    /// <param name="isDoubted">Whether the model does not take it for text.</param>
    /// <param name="isEdge">Whether it stands at an edge of the page's text.</param>
    public (string Detail, double Confidence)? Against(Block block, ulong path, bool isDoubted, bool isEdge)
    {
        if (template.Paths.GetValueOrDefault(path) is not { } at)
        {
            return null;
        }

        var isMain = at.OfText >= Main;
        if (template.Texts.GetValueOrDefault(BlockTrace.Join(path, TextKey.Of(block.Text))) is { } text)
        {
            var enough = isMain ? AmongArticles : isDoubted ? OfDoubtful : Elsewhere;
            if (Array.Exists(enough, e => text.Pages >= e.Pages && text.Pages >= e.Share * template.Pages))
            {
                return (Say($"stands on {text.Pages} of {template.Pages} pages"), Confidence(text.Pages));
            }
        }

        if (LineWording.Frame(block) is not 0 and var frame && template.Frames.GetValueOrDefault(BlockTrace.Join(path, frame)) is var framed
            && framed >= Math.Max(LeastFramed, LeastFramedShare * template.Pages))
        {
            return (Say($"leads elsewhere in the words of {framed} pages"), Confidence(framed));
        }

        if (isMain)
        {
            return null;
        }

        if (Array.Exists(Repeating, r => at.Telling >= r.Blocks && at.Pages >= r.Pages && at.Elsewhere >= r.Share * at.Telling))
        {
            return (Say($"{at.Elsewhere} of {at.Telling} texts at {at.Name} stand on other pages as well"), 0.8);
        }

        return isEdge && at.Pages >= LeastAtEdge && at.Blocks <= MostOnPage * at.Pages && at.AtEdge >= LeastShareAtEdge * at.AsText && at.Alike >= LeastShareAlike * at.AtEdge
            ? (Say($"{at.Name} stands at the edge of the text on {at.Pages} pages, in the same words on {at.Alike}"), 0.8)
            : null;
    }

    private double Confidence(int pages) => Math.Min(0.99, 0.7 + (0.3 * pages / template.Pages));

    private static string Say(FormattableString detail) => detail.ToString(CultureInfo.InvariantCulture);
}
