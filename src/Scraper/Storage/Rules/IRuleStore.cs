using Scraper.Core.Sites;

namespace Scraper.Storage;

/// <summary>
/// How well the site rules fit, as counted with every page that was read
/// (<see cref="IArticleStore.SaveAsync"/>, <see cref="ICrawlStore.RecordAsync"/>), and which rule files are refused.
/// </summary>
public interface IRuleStore
{
    /// <summary>Every site that has been read by a rule, by name.</summary>
    /// <param name="cancellationToken">Ends the read.</param>
    Task<IReadOnlyList<SiteRuleUse>> ListUseAsync(CancellationToken cancellationToken);

    /// <summary>Takes these problems for all that there are; one that was known keeps the moment at which it was first seen.</summary>
    /// <param name="problems">What is wrong with the rule files now.</param>
    /// <param name="cancellationToken">Gives up while it still waits for its turn.</param>
    Task SetProblemsAsync(IReadOnlyList<RuleFileProblem> problems, CancellationToken cancellationToken);

    /// <summary>Keeps a set of rule files as the next version; nodes whose rules come from the store take it over. Earlier versions stay.</summary>
    /// <param name="files">All files of the set; their paths are below the folder, with slashes.</param>
    /// <param name="at">Now.</param>
    /// <param name="cancellationToken">Gives up while it still waits for its turn.</param>
    /// <returns>The version.</returns>
    Task<int> PushAsync(IReadOnlyList<SiteFile> files, DateTimeOffset at, CancellationToken cancellationToken);

    /// <summary>The last version that is kept; 0 for none.</summary>
    /// <param name="cancellationToken">Ends the read.</param>
    Task<int> VersionAsync(CancellationToken cancellationToken);

    /// <summary>A version of the rule files, or <see langword="null"/>.</summary>
    /// <param name="version">Which.</param>
    /// <param name="cancellationToken">Ends the read.</param>
    Task<RuleSet?> PullAsync(int version, CancellationToken cancellationToken);

    /// <summary>What is wrong with the rule files, as the last daemon or <c>run --once</c> saw them; by file and line.</summary>
    /// <param name="cancellationToken">Ends the read.</param>
    Task<IReadOnlyList<RuleFileProblem>> ListProblemsAsync(CancellationToken cancellationToken);
}
