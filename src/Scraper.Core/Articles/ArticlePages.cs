using Scraper.Core.Labelling;

namespace Scraper.Core.Articles;

/// <summary>Puts an article together that stands on several pages.</summary>
public static class ArticlePages
{
    /// <summary>
    /// The first page's article with the blocks of all pages, in order, and so their text. What the pages say about the
    /// article is taken from the first; the least confidence counts.
    /// </summary>
    /// <param name="pages">The article of each page, in order; at least one.</param>
    public static Article Join(IReadOnlyList<Article> pages)
    {
        ArgumentNullException.ThrowIfNull(pages);
        var first = pages[0];
        LabelledBlock[] blocks = [.. pages.SelectMany(p => p.Blocks).Select((b, i) => b with { Block = b.Block with { Index = i } })];
        var body = ArticleBuilder.Build(blocks, first.Metadata, url: null, first.Site);
        return first with { Text = body.Text, Captions = body.Captions, Pictures = [.. pages.SelectMany(p => p.Pictures).DistinctBy(p => p.Address)], Blocks = blocks, Confidence = pages.Min(p => p.Confidence) };
    }
}
