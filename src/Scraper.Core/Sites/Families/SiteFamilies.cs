namespace Scraper.Core.Sites;

/// <summary>Adds the rules of families to the rules that extend them.</summary>
internal static class SiteFamilies
{
    /// <summary>A rule with all of its families' rules added: its own word first, then the families' in the order it names them.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="byName">All rules that were read, by name.</param>
    /// <param name="problems">Takes unknown families, cycles and conflicts.</param>
    /// <returns>The rule complete; <see langword="null"/> where a family is unknown or the families run in a circle.</returns>
    public static SiteRule? Complete(SiteRule rule, IReadOnlyDictionary<string, SiteRule> byName, List<SiteProblem> problems)
    {
        var line = new List<SiteRule>();
        if (!Collect(rule, byName, [], line, problems))
        {
            return null;
        }

        var merged = rule;
        foreach (var family in line)
        {
            merged = SiteRuleMerge.Add(merged, family, problems);
        }

        return merged;
    }

    // Depth first, so a family's own families come right after it; a family reached twice counts at its first place.
    private static bool Collect(
        SiteRule rule, IReadOnlyDictionary<string, SiteRule> byName, List<SiteRule> path, List<SiteRule> line, List<SiteProblem> problems)
    {
        path.Add(rule);
        foreach (var name in rule.Extends)
        {
            if (!byName.TryGetValue(name, out var family))
            {
                problems.Add(Problem(rule, $"no rule is named \"{name}\"; {Hint(name, [.. byName.Values.Where(r => r.IsFamily).Select(r => r.Name)])}"));
                return false;
            }

            if (path.Contains(family))
            {
                problems.Add(Problem(rule, "extends itself: " + string.Join(" -> ", path.Append(family).Select(r => $"{r.Name} ({SiteProblem.Place(r.Source, 0)})"))));
                return false;
            }

            if (!line.Contains(family))
            {
                line.Add(family);
                if (!Collect(family, byName, path, line, problems))
                {
                    return false;
                }
            }
        }

        path.RemoveAt(path.Count - 1);
        return true;
    }

    private static string Hint(string name, IReadOnlyCollection<string> families) =>
        families.Count == 0 ? "there are no families to extend" : NearName.Hint(name, families);

    private static SiteProblem Problem(SiteRule rule, string message) => new(SiteProblemSeverity.Error, rule.Source, 0, 0, "extends", message);
}
