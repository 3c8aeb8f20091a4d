using Scraper.Core.Sites;

namespace Scraper.Hosting;

/// <summary>The site rules in force: those of the operator's own folders, and the shipped ones beside the program.</summary>
/// <param name="Rules">All of them.</param>
/// <param name="Own">The sites of the operator's own folders: the ones that the daemon visits.</param>
public sealed record SiteCatalogue(SiteRuleSet Rules, IReadOnlyList<SiteRule> Own)
{
    private static readonly string[] Endings = [".yaml", ".yml"];

    /// <summary>The folder of the shipped rules.</summary>
    public static string Shipped => Path.Combine(AppContext.BaseDirectory, "sites");

    /// <summary>Reads the folders. A broken file is a problem of the set; the others are in force.</summary>
    /// <param name="folders">The operator's own folders; a rule there takes the place of a shipped one of its name or host.</param>
    /// <exception cref="DirectoryNotFoundException">A folder is missing.</exception>
    public static SiteCatalogue Read(IReadOnlyList<string> folders)
    {
        ArgumentNullException.ThrowIfNull(folders);
        var own = folders.SelectMany(f => ReadFolder(f)).ToList();
        var names = own.Where(r => r.Rule is not null).Select(r => r.Rule!.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var hosts = own.SelectMany(r => r.Rule?.Hosts ?? []).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var shipped = Directory.Exists(Shipped) ? ReadFolder(Shipped) : [];
        var rules = SiteRuleSet.From(own.Concat(shipped.Where(r => r.Rule is not { } rule || !(names.Contains(rule.Name) || rule.Hosts.Any(hosts.Contains)))));
        return new SiteCatalogue(rules, [.. rules.Sites.Where(s => names.Contains(s.Name))]);
    }

    private static IEnumerable<SiteRuleReading> ReadFolder(string folder) =>
        Directory.Exists(folder)
            ? Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
                .Where(f => Endings.Contains(Path.GetExtension(f), StringComparer.OrdinalIgnoreCase))
                .Order(StringComparer.Ordinal)
                .Select(f => SiteRuleReader.Read(f, File.ReadAllText(f)))
            : throw new DirectoryNotFoundException($"{folder}: no such folder with site rules");
}
