using Scraper.Storage;

namespace Scraper.SiteFiles;

/// <summary>What bringing a folder of somebody's own to a version of the store's rules would cost.</summary>
internal static class RulePull
{
    /// <summary>The rule files that would be removed or written over though no version that the store keeps has them as they are; by path.</summary>
    /// <param name="rules">The store's rules.</param>
    /// <param name="set">The version that is to stand there.</param>
    /// <param name="folder">The folder.</param>
    /// <param name="cancellationToken">Ends the read.</param>
    /// <exception cref="StoreException">The store cannot be read.</exception>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public static async Task<IReadOnlyList<string>> LostAsync(IRuleStore rules, RuleSet set, string folder, CancellationToken cancellationToken)
    {
        var there = SiteRuleFiles.Find(folder)
            .Select(p => (Path: Path.GetRelativePath(folder, p).Replace('\\', '/'), SiteRuleFiles.Read(p)[0].Text))
            .Except(set.Files.Select(f => (f.Path, f.Text)))
            .ToHashSet();
        for (var version = await rules.VersionAsync(cancellationToken); version > 0 && there.Count > 0; version--)
        {
            there.ExceptWith((await rules.PullAsync(version, cancellationToken))?.Files.Select(f => (f.Path, f.Text)) ?? []);
        }

        return [.. there.Select(f => f.Path).Order(StringComparer.Ordinal)];
    }
}
