using Scraper.Core.Sites;

namespace Scraper.SiteFiles;

/// <summary>Which folders rules come from.</summary>
internal static class SiteFolders
{
    /// <summary>The rules that come with the program.</summary>
    public static string Shipped => Path.Combine(AppContext.BaseDirectory, "sites");

    /// <summary>The folders in order of belief: the user's own, then the shipped ones.</summary>
    /// <param name="own">The user's folder, or <see langword="null"/>.</param>
    public static IReadOnlyList<string> With(string? own) => own is null ? [Shipped] : [own, Shipped];

    /// <summary>Reads the folders once.</summary>
    /// <param name="own">The user's folder or file, or <see langword="null"/>.</param>
    /// <exception cref="IOException">The user's folder does not exist or cannot be read.</exception>
    public static SiteRuleSet Load(string? own) =>
        SiteRuleSet.From((own is null ? [] : SiteRuleFiles.Read(own)).Concat(Directory.Exists(Shipped) ? SiteRuleFiles.Read(Shipped) : []).Select(SiteRuleReader.Read));
}
