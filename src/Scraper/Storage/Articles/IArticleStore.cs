using Scraper.Core.Articles;

namespace Scraper.Storage;

/// <summary>The articles: one a canonical URL, with every revision, and one ever-growing change sequence over all of them.</summary>
public interface IArticleStore
{
    /// <summary>
    /// Saves what was extracted from a fetched page, with the page itself and the state of its URL, in one transaction.
    /// When the task completes it is durable; when it fails nothing of the page was kept.
    /// </summary>
    /// <param name="page">The page and its article.</param>
    /// <param name="cancellationToken">Gives up while the page still waits for its turn; a write that has begun is finished.</param>
    /// <returns>What became of it.</returns>
    /// <exception cref="StoreException">The store cannot be written.</exception>
    Task<SaveResult> SaveAsync(ExtractedPage page, CancellationToken cancellationToken);

    /// <summary>
    /// Puts a new extraction of an archived page in the place of the article's present one, as an extractor revision, in
    /// one transaction. The publisher's clock does not move. Saving the same again is <see cref="SaveOutcome.Unchanged"/>.
    /// </summary>
    /// <param name="articleId">The article.</param>
    /// <param name="article">Its new extraction; its URL is ignored.</param>
    /// <param name="extractor">Version of rules and model that made it.</param>
    /// <param name="allowWorse">Whether a worse body may replace the present one.</param>
    /// <param name="readFrom">Number of the archived page that was read; where the article's text is of another by now, nothing is done. <see langword="null"/> not to ask.</param>
    /// <param name="at">Now.</param>
    /// <param name="cancellationToken">Gives up while it still waits for its turn.</param>
    /// <exception cref="StoreException">The store cannot be written, or there is no such article.</exception>
    Task<SaveResult> ReplaceExtractionAsync(long articleId, Article article, string extractor, bool allowWorse, long? readFrom, DateTimeOffset at, CancellationToken cancellationToken);

    /// <summary>
    /// Deletes an article with its revisions, blocks and archived pages; a tombstone stays in the changes, and its addresses are
    /// <see cref="UrlStatus.Deleted"/>.
    /// </summary>
    /// <param name="url">Its canonical URL or any URL it was fetched from.</param>
    /// <param name="at">Now.</param>
    /// <param name="cancellationToken">Gives up while it still waits for its turn.</param>
    /// <returns>Whether there was one.</returns>
    Task<bool> DeleteAsync(string url, DateTimeOffset at, CancellationToken cancellationToken);

    /// <summary>An article with all its blocks.</summary>
    /// <param name="urlOrId">Its canonical URL, any URL it was fetched from, or its number.</param>
    /// <param name="cancellationToken">Ends the read.</param>
    Task<StoredArticle?> FindAsync(string urlOrId, CancellationToken cancellationToken);

    /// <summary>Articles without blocks and body, newest first.</summary>
    /// <param name="filter">Which.</param>
    /// <param name="cancellationToken">Ends the read.</param>
    Task<IReadOnlyList<ArticleSummary>> ListAsync(ArticleFilter filter, CancellationToken cancellationToken);

    /// <summary>Articles whose title or body matches, best first; a match in the title weighs more.</summary>
    /// <param name="query">Words, <c>"a phrase"</c>, <c>prefix*</c>, <c>OR</c>, <c>NOT</c>; anything else is taken as plain words.</param>
    /// <param name="filter">Which articles may be found.</param>
    /// <param name="cancellationToken">Ends the read.</param>
    /// <exception cref="StoreException">The query has no word, or a <c>NOT</c> without words before it.</exception>
    Task<IReadOnlyList<SearchHit>> SearchAsync(string query, ArticleFilter filter, CancellationToken cancellationToken);

    /// <summary>Whole articles in the order of their change sequence. Memory does not grow with their number.</summary>
    /// <param name="filter">Which.</param>
    /// <param name="cancellationToken">Ends the read.</param>
    IAsyncEnumerable<StoredArticle> ReadAsync(ArticleFilter filter, CancellationToken cancellationToken);

    /// <summary>The revisions of an article, oldest first.</summary>
    /// <param name="articleId">The article.</param>
    /// <param name="cancellationToken">Ends the read.</param>
    Task<IReadOnlyList<ArticleRevision>> RevisionsAsync(long articleId, CancellationToken cancellationToken);

    /// <summary>The story that an article tells with others, the first telling first.</summary>
    /// <param name="articleId">The article.</param>
    /// <param name="cancellationToken">Ends the read.</param>
    /// <returns><see langword="null"/> where no other telling is known.</returns>
    Task<Story?> FindStoryAsync(long articleId, CancellationToken cancellationToken);

    /// <summary>What has changed since a point in the change sequence, oldest first. A reader that resumes from the last number misses nothing.</summary>
    /// <param name="after">The last sequence number already dealt with; 0 for all.</param>
    /// <param name="limit">At most so many, 1 to 10,000.</param>
    /// <param name="cancellationToken">Ends the read.</param>
    Task<IReadOnlyList<ArticleChange>> ChangesAsync(long after, int limit, CancellationToken cancellationToken);

    /// <summary>The tellings of a story, oldest first; empty where there is no such story.</summary>
    /// <param name="storyId">Its number.</param>
    /// <param name="cancellationToken">Ends the read.</param>
    Task<IReadOnlyList<StoryTelling>> TellingsAsync(long storyId, CancellationToken cancellationToken);

    /// <summary>How many articles each site had on each day, by site and day; days without any are left out.</summary>
    /// <param name="since">From this moment on.</param>
    /// <param name="cancellationToken">Ends the read.</param>
    Task<IReadOnlyList<DayCount>> CountByDayAsync(DateTimeOffset since, CancellationToken cancellationToken);
}
