using Scraper.Core.Sites;
using Scraper.SiteFiles;

namespace Scraper.Hosting;

/// <summary>
/// The site rules in force: those of the operator's own folders, and the shipped ones where these say nothing. What is
/// wrong with a file is logged; the others are in force.
/// </summary>
internal sealed class SiteCatalogue : IDisposable
{
    private readonly IReadOnlyList<string> _own;
    private readonly SiteRuleFolder _folder;

    /// <summary>Reads the folders.</summary>
    /// <param name="own">The operator's own folders.</param>
    /// <param name="time">The clock.</param>
    /// <param name="logger">Told of every problem, with file, line and key.</param>
    /// <exception cref="DirectoryNotFoundException">One of them is missing.</exception>
    public SiteCatalogue(IReadOnlyList<string> own, TimeProvider time, ILogger<SiteRuleFolder> logger)
    {
        if (own.FirstOrDefault(f => !Directory.Exists(f)) is { } missing)
        {
            throw new DirectoryNotFoundException($"{missing}: no such folder with site rules");
        }

        _own = [.. own.Select(f => Path.TrimEndingDirectorySeparator(Path.GetFullPath(f)) + Path.DirectorySeparatorChar)];
        _folder = new SiteRuleFolder([.. _own, SiteFolders.Shipped], time, logger);
    }

    /// <summary>Files have changed, and <see cref="Rules"/> with them. Raised only after <see cref="Watch"/>.</summary>
    public event EventHandler? Changed
    {
        add => _folder.Changed += value;
        remove => _folder.Changed -= value;
    }

    /// <summary>All rules.</summary>
    public SiteRuleSet Rules => _folder.Current;

    /// <summary>The operator's own folders, whole paths, in order of belief.</summary>
    public IReadOnlyList<string> Folders => _own;

    /// <summary>The sites of the operator's own folders: the ones that the daemon visits.</summary>
    public IEnumerable<SiteRule> Own => Rules.Sites.Where(s => IsOwn(s.Source));

    /// <summary>Whether a file lies in one of them.</summary>
    public bool IsOwn(string path) => _own.Any(f => path.StartsWith(f, StringComparison.Ordinal));

    /// <summary>What is wrong with the files as they are now.</summary>
    public IReadOnlyList<SiteProblem> Problems => _folder.Problems;

    /// <summary>Whether a rule of this file is in force: for a broken one, its last good rule.</summary>
    public bool IsInForce(string path) => _folder.IsInForce(path);

    /// <summary>Whether a file in one's own folders is refused.</summary>
    public bool HasErrors => Problems.Any(p => p.Severity == SiteProblemSeverity.Error && IsOwn(p.Source));

    /// <summary>Begins to notice changed files.</summary>
    public void Watch() => _folder.Watch();

    /// <summary>Reads all files now.</summary>
    public void Reload() => _folder.Reload();

    /// <inheritdoc/>
    public void Dispose() => _folder.Dispose();
}
