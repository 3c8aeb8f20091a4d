using Scraper.Core.Blocks;
using Scraper.Core.Labelling;
using Scraper.Core.Metadata;

namespace Scraper.Core.Articles;

/// <summary>Puts an article together from a page's labelled blocks and what the page says about itself.</summary>
public static class ArticleBuilder
{
    /// <summary>Blocks above the headline (where none is marked, above the text) and behind the text within which a caption is of the article's own picture.</summary>
    private const int Around = 8;

    /// <summary>Builds the article. It may be empty: see <see cref="Article.Text"/>.</summary>
    /// <param name="blocks">All blocks of the page, labelled.</param>
    /// <param name="metadata">What the page says about itself; its fields win over the blocks'.</param>
    /// <param name="url">The page's address, or <see langword="null"/>.</param>
    /// <param name="site">The site's name, or <see langword="null"/>.</param>
    /// <param name="relativeTo">What relative addresses of the page are relative to (<see cref="HtmlTree.BaseAddress"/>); <see langword="null"/> for the article's own address.</param>
    public static Article Build(IReadOnlyList<LabelledBlock> blocks, PageMetadata metadata, Uri? url, string? site, Uri? relativeTo = null)
    {
        ArgumentNullException.ThrowIfNull(blocks);
        ArgumentNullException.ThrowIfNull(metadata);
        var captions = Captions(blocks).ToList();
        var canonical = metadata.CanonicalUrl ?? url?.AbsoluteUri ?? string.Empty;
        return new Article
        {
            Url = canonical,
            Site = site ?? metadata.SiteName ?? url?.Host ?? string.Empty,
            Title = metadata.Title ?? First(blocks, Label.Title) ?? string.Empty,
            Subtitle = First(blocks, Label.Subtitle),
            Authors = metadata.Authors,
            PublishedAt = metadata.PublishedAt,
            ModifiedAt = metadata.ModifiedAt,
            Language = metadata.Language,
            Summary = [.. blocks.Where(b => b.Verdict.Label == Label.Summary).Select(b => b.Block.Text)],
            Text = string.Join("\n\n", blocks.Where(b => b.Verdict.IsText && b.Block.Kind != BlockKind.Embed).Select(b => b.Block.Text)),
            Captions = [.. captions.GroupBy(b => b.Block.Text, StringComparer.Ordinal).Select(g => new Caption(g.Key, g.Count()))],
            Pictures = PictureReader.Read(captions, relativeTo?.AbsoluteUri ?? canonical),
            Blocks = AbsoluteLinks.In(blocks, canonical, relativeTo),
            Metadata = metadata,
        };
    }

    /// <summary>The article's own captions: those of teasers and footers stand far from it. A site's rule knows better.</summary>
    private static IEnumerable<LabelledBlock> Captions(IReadOnlyList<LabelledBlock> blocks)
    {
        var captions = blocks.Where(b => b.Verdict.Label == Label.Caption);
        if (BodyRange.Of(blocks) is not { } body)
        {
            return captions;
        }

        var (first, last) = (body.First.Block.Index, body.Last.Block.Index);
        var headline = blocks.TakeWhile(b => b.Block.Index < first).LastOrDefault(b => b.Verdict.Label == Label.Title)?.Block.Index ?? first;
        return captions.Where(b => b.Verdict.Reason.Kind == ReasonKind.SiteRule || (b.Block.Index >= headline - Around && b.Block.Index <= last + Around));
    }

    private static string? First(IReadOnlyList<LabelledBlock> blocks, Label label) =>
        blocks.FirstOrDefault(b => b.Verdict.Label == label)?.Block.Text;
}
