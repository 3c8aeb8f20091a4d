using Scraper.Core.Articles;

namespace Scraper.Storage.Revisions;

/// <summary>Tells whose doing a change is.</summary>
internal static class Clock
{
    /// <summary>Whether anything that a reader of the article sees is different. A new "modified" time alone is not.</summary>
    public static bool HasChanged(Article before, Article after) =>
        before.Text != after.Text
        || before.Title != after.Title
        || before.Subtitle != after.Subtitle
        || before.Language != after.Language
        || before.PublishedAt?.ToString() != after.PublishedAt?.ToString()
        || !before.Authors.SequenceEqual(after.Authors)
        || !before.Summary.SequenceEqual(after.Summary)
        || !before.Captions.SequenceEqual(after.Captions);

    /// <summary>
    /// The publisher changed the page if its text did: if the old body holds a block that stands nowhere on the new page,
    /// or the new body one that stood nowhere on the old. If every block was and is there, only our labels differ.
    /// </summary>
    public static RevisionKind Of(Article before, Article after, bool sameBytes, bool sameExtractor) =>
        sameBytes ? RevisionKind.Extractor
        : sameExtractor ? RevisionKind.Publisher
        : before.Blocks.Count > 0 && Holds(after, before) && Holds(before, after) ? RevisionKind.Extractor
        : RevisionKind.Publisher;

    private static bool Holds(Article page, Article article)
    {
        var texts = page.Blocks.Select(b => b.Block.Text).ToHashSet(StringComparer.Ordinal);
        return article.Blocks.Where(b => b.Verdict.IsText).All(b => texts.Contains(b.Block.Text));
    }
}
