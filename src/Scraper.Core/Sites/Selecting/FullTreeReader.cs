using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Scraper.Core.Blocks;

namespace Scraper.Core.Sites;

/// <summary>Reads AngleSharp's own tree of a page that the light tree has shown to be within the limits.</summary>
internal static partial class FullTreeReader
{
    /// <summary>A page with more of them is refused: the parser reads what follows each by recursion.</summary>
    private const int MostPreformatted = 500;

    // The same limits as the light tree's, so that both trees agree.
    private static HtmlParserOptions Options => new()
    {
        IsKeepingSourceReferences = true,
        SkipComments = true,
        SkipProcessingInstructions = true,
        MaximumDepth = HtmlLimits.Default.Depth,
    };

    /// <summary>Parses the page of a light tree once more.</summary>
    /// <exception cref="SelectorRanAwayException">The page is past a limit of the light tree, or would overflow the parser's stack.</exception>
    public static IDocument Read(HtmlTree tree)
    {
        if (tree.IsTruncated || Preformatted().Count(tree.Source) > MostPreformatted)
        {
            throw new SelectorRanAwayException("needs AngleSharp's full tree, and this page is too large or too odd for it");
        }

        return new HtmlParser(Options).ParseDocument(tree.Source);
    }

    [GeneratedRegex("<(pre|listing)[\\s/>]", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Preformatted();
}
