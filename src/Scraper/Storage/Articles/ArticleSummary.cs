using Scraper.Core.Metadata;

namespace Scraper.Storage;

/// <summary>An article in a list.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Site">Name of its site.</param>
/// <param name="Url">Its canonical URL.</param>
/// <param name="Title">Its headline.</param>
/// <param name="PublishedAt">When it was published, as the page says.</param>
/// <param name="FetchedAt">When its present text was fetched.</param>
/// <param name="Characters">Length of its body in UTF-16 code units or code points, as the engine counts.</param>
/// <param name="ChangeSeq">Its last number in the change sequence.</param>
public sealed record ArticleSummary(
    long Id, string Site, string Url, string Title, PageDate? PublishedAt, DateTimeOffset FetchedAt, long Characters, long ChangeSeq)
{
    /// <summary>Its place in the list: where the next page begins.</summary>
    public required ArticleCursor Cursor { get; init; }
}
