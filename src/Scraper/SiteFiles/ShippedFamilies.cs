using Scraper.Core.Sites;

namespace Scraper.SiteFiles;

/// <summary>The families that come with the program, which rules of one's own may extend.</summary>
internal static class ShippedFamilies
{
    /// <summary>Reads them, each as its file has it; none where nothing was shipped.</summary>
    public static IReadOnlyList<SiteRule> Read() =>
        [.. (Directory.Exists(SiteFolders.Shipped) ? SiteRuleFiles.Read(SiteFolders.Shipped) : []).Select(f => SiteRuleReader.ReadTrusted(f).Rule).OfType<SiteRule>().Where(r => r.IsFamily)];
}
