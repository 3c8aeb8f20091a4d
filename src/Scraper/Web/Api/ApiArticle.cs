using Scraper.Storage;

namespace Scraper.Web.Api;

/// <summary>
/// An article as programs get it. Dates of the page are as exact as the page was. Tags and pictures are null, and section says
/// nothing, where they are not known: the article was stored before they were kept, and has not been re-extracted.
/// </summary>
internal sealed record ApiArticle(
    long Id, string Url, string Site, string Title, string? Subtitle, IReadOnlyList<string> Authors, string? PublishedAt, string? ModifiedAt, string? Language,
    string? Section, IReadOnlyList<string>? Tags, IReadOnlyList<string> Summary, string Text, IReadOnlyList<ApiCaption> Captions, IReadOnlyList<ApiPicture>? Pictures, double Confidence, DateTimeOffset FirstSeenAt, DateTimeOffset FetchedAt,
    DateTimeOffset CheckedAt, long ChangeSeq, int PublisherRevision, int ExtractorRevision, string Extractor, long? StoryId, string? Rule, string? RuleFellBack)
{
    public static ApiArticle Of(StoredArticle stored)
    {
        var a = stored.Article;
        return new ApiArticle(
            stored.Id, a.Url, a.Site, a.Title, a.Subtitle, a.Authors, a.PublishedAt?.ToString(), a.ModifiedAt?.ToString(), a.Language,
            a.IsComplete ? a.Metadata.Section : null, a.IsComplete ? a.Metadata.Tags : null, a.Summary, a.Text, [.. a.Captions.Select(c => new ApiCaption(c.Text, c.Repeats))],
            a.IsComplete ? [.. a.Pictures.Select(p => new ApiPicture(p.Address, p.Caption, p.Credit))] : null, a.Confidence, stored.FirstSeenAt, stored.FetchedAt, stored.CheckedAt, stored.ChangeSeq,
            stored.PublisherRevision, stored.ExtractorRevision, stored.Extractor, stored.StoryId, a.Rule?.Name, a.Rule?.FellBack);
    }
}
