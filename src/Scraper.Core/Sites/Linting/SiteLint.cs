namespace Scraper.Core.Sites;

/// <summary>What a look over a set of rule files brought up.</summary>
/// <param name="Files">How many files were read.</param>
/// <param name="Whole">How many of them are in force with every line they hold.</param>
/// <param name="Problems">All problems, by file and line.</param>
public sealed record SiteLint(int Files, int Whole, IReadOnlyList<SiteProblem> Problems)
{
    /// <summary>How many files are refused.</summary>
    public int Refused => Problems.Where(p => p.Severity == SiteProblemSeverity.Error).Select(p => p.Source).Distinct(StringComparer.Ordinal).Count();
}
