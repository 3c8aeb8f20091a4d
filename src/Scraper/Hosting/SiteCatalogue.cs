using Scraper.Core.Sites;
using Scraper.Sites;

namespace Scraper.Hosting;

/// <summary>The site rules in force: those of the operator's own folders, and the shipped ones beside the program.</summary>
/// <param name="Rules">All of them.</param>
/// <param name="Own">The sites of the operator's own folders: the ones that the daemon visits.</param>
public sealed record SiteCatalogue(SiteRuleSet Rules, IReadOnlyList<SiteRule> Own)
{
    /// <summary>The folder of the shipped rules.</summary>
    public static string Shipped => Path.Combine(AppContext.BaseDirectory, "sites");

    /// <summary>Reads the folders. A broken file is a problem of the set; the others are in force.</summary>
    /// <param name="folders">The operator's own folders; a rule there takes the place of a shipped one of its name or host.</param>
    /// <exception cref="IOException">A folder is missing or cannot be read.</exception>
    public static SiteCatalogue Read(IReadOnlyList<string> folders)
    {
        ArgumentNullException.ThrowIfNull(folders);
        var own = folders.SelectMany(ReadAll).ToList();
        var names = own.Where(r => r.Rule is not null).Select(r => r.Rule!.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var hosts = own.SelectMany(r => r.Rule?.Hosts ?? []).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var shipped = Directory.Exists(Shipped) ? ReadAll(Shipped) : [];
        var rules = SiteRuleSet.From(own.Concat(shipped.Where(r => r.Rule is not { } rule || !(names.Contains(rule.Name) || rule.Hosts.Any(hosts.Contains)))));
        return new SiteCatalogue(rules, [.. rules.Sites.Where(s => names.Contains(s.Name))]);
    }

    private static IReadOnlyList<SiteRuleReading> ReadAll(string path) => [.. SiteRuleFiles.Read(path).Select(SiteRuleReader.Read)];
}
