using Scraper.Core.Articles;

namespace Scraper.Storage.Sql;

/// <summary>Full-text search over titles and bodies, by the words of an engine's own index.</summary>
internal interface ITextSearch
{
    /// <summary>Brings the words of an article that has been written into the index; where the engine does that by itself, nothing.</summary>
    void Put(long articleId, Article article);

    /// <summary>Finds articles, best first.</summary>
    IReadOnlyList<SearchHit> Find(SearchQuery query, ArticleFilter filter);
}
