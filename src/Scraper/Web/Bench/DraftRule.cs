using Scraper.Core.Sites;
using Scraper.Hosting;
using Scraper.SiteFiles;

namespace Scraper.Web.Bench;

/// <summary>A rule file's text that is not in force, read among the rules that are.</summary>
/// <param name="Rule">Its rule with its families; <see langword="null"/> where the text is refused.</param>
/// <param name="Rules">All rules as they would be.</param>
/// <param name="Problems">What is wrong with the text.</param>
internal sealed record DraftRule(SiteRule? Rule, SiteRuleSet Rules, IReadOnlyList<SiteProblem> Problems)
{
    /// <summary>Reads a text.</summary>
    public static DraftRule Of(BenchFile file, string text, SiteCatalogue catalogue)
    {
        var draft = new SiteFile(file.Path ?? file.Name, text);
        var reading = SiteRuleReader.Read(draft);
        var others = catalogue.Rules.Rules.Where(r => r.Source != draft.Path).ToLookup(r => catalogue.IsOwn(r.Source) && !r.FallsThrough, r => new SiteRuleReading(r with { Extends = [] }, []));

        // Own rules come first: a name or host that is theirs is then told of the draft, which must not put them out of force.
        var rules = SiteRuleSet.From(SiteFolders.Layered([[.. others[true], reading], others[false]]));
        var rule = reading.Rule is { } read ? rules.ByName(read.Name) : null;
        var warnings = SiteLinter.Lint([draft]).Problems.Where(p => p.Severity == SiteProblemSeverity.Warning);
        SiteProblem[] problems = [.. rules.Problems.Where(p => p.Source == draft.Path && p.Severity == SiteProblemSeverity.Error), .. warnings];
        if (rule is { IsFamily: true })
        {
            problems = [.. problems, new SiteProblem(SiteProblemSeverity.Error, draft.Path, 0, 0, "hosts", "must name the site's host: without it this is a family, which the bench does not try")];
        }

        return new DraftRule(problems.Any(p => p.Severity == SiteProblemSeverity.Error) ? null : rule, rules, [.. problems.DistinctBy(p => p.ToString())]);
    }
}
