using Scraper.Core.Sites;
using Scraper.Hosting;

namespace Scraper.Cli;

/// <summary>Says on standard error what is wrong with site rules, a line each: file, line, key.</summary>
internal static class SiteProblems
{
    public static SiteCatalogue Report(SiteCatalogue catalogue)
    {
        foreach (var problem in catalogue.Rules.Problems.Where(p => p.Severity != SiteProblemSeverity.Note))
        {
            Console.Error.WriteLine($"scraper: {problem}");
        }

        return catalogue;
    }
}
