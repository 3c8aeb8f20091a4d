using Scraper.Core.Articles;

namespace Scraper.Storage.Revisions;

/// <summary>Tells whose doing a change is.</summary>
internal static class Clock
{
    /// <summary>Whether anything that a reader of the article sees is different. A new "modified" time alone is not.</summary>
    public static bool HasChanged(Article before, Article after) => before.Site != after.Site || SaysOtherwise(before, after);

    /// <summary>
    /// The publisher changed the page if today's extractor reads it otherwise than the page of before. Where that one cannot be
    /// read again, what was stored of it has to tell.
    /// </summary>
    /// <param name="before">What is stored, with its blocks.</param>
    /// <param name="after">What is read now.</param>
    /// <param name="again">What is read now from the page that is stored; <see langword="null"/> where that is not known.</param>
    /// <param name="sameBytes">Whether the two pages are one.</param>
    /// <param name="sameExtractor">Whether the same rules and model read both.</param>
    public static RevisionKind Of(Article before, Article after, Article? again, bool sameBytes, bool sameExtractor)
    {
        before = Completed(before, after);
        return sameBytes || !SaysOtherwise(before, after) ? RevisionKind.Extractor
            : sameExtractor ? RevisionKind.Publisher
            : again is not null ? (SaysOtherwise(again, after) ? RevisionKind.Publisher : RevisionKind.Extractor)
            : Relabelling.Explains(before, after) ? RevisionKind.Extractor
            : RevisionKind.Publisher;
    }

    /// <summary>Whether two lists of pictures are the same to a reader: queries of addresses are signatures and sizes, and many sites give new ones with each answer.</summary>
    public static bool AreSame(IReadOnlyList<Picture> before, IReadOnlyList<Picture> after) =>
        before.Select(WithoutQuery).SequenceEqual(after.Select(WithoutQuery));

    /// <summary>What was not known of an article may have been as it is now.</summary>
    /// <param name="before">What is stored.</param>
    /// <param name="after">What is read now.</param>
    public static Article Completed(Article before, Article after) => before.IsComplete ? before : before with
    {
        Metadata = before.Metadata with { Section = after.Metadata.Section, Tags = after.Metadata.Tags },
        Pictures = after.Pictures,
        IsComplete = true,
    };

    /// <summary>Whether anything is different but the site.</summary>
    private static bool SaysOtherwise(Article before, Article after) =>
        before.Text != after.Text
        || before.Title != after.Title
        || before.Subtitle != after.Subtitle
        || before.Language != after.Language
        || before.PublishedAt?.ToString() != after.PublishedAt?.ToString()
        || !before.Authors.SequenceEqual(after.Authors)
        || !before.Summary.SequenceEqual(after.Summary)
        || !before.Captions.SequenceEqual(after.Captions)
        || before.Metadata.Section != after.Metadata.Section
        || !before.Metadata.Tags.SequenceEqual(after.Metadata.Tags)
        || !AreSame(before.Pictures, after.Pictures);

    private static Picture WithoutQuery(Picture picture) => picture with { Address = picture.Address.Split('?', 2)[0] };
}
