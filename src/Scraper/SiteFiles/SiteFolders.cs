using Scraper.Core.Sites;

namespace Scraper.SiteFiles;

/// <summary>Which folders rules come from.</summary>
internal static class SiteFolders
{
    /// <summary>The rules that come with the program.</summary>
    public static string Shipped => Path.Combine(AppContext.BaseDirectory, "sites");

    /// <summary>What stands for a folder where rules are kept in the store.</summary>
    public const string InStore = "store:";

    /// <summary>The folders in order of belief: the user's own, then the shipped ones.</summary>
    /// <param name="own">The user's folder, or <see langword="null"/>.</param>
    public static IReadOnlyList<string> With(string? own) => own is null ? [Shipped] : [own, Shipped];

    /// <summary>
    /// The shipped rules that may be for some pages: the families, and the sites in whose files one of the pages' hosts
    /// stands. They have been tried, and each selector is compiled only when a page asks for it.
    /// </summary>
    /// <param name="urls">The pages' addresses.</param>
    public static SiteRuleSet ShippedFor(IEnumerable<Uri> urls)
    {
        var domains = urls.SelectMany(Domains).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return Directory.Exists(Shipped)
            ? SiteRuleSet.From(SiteRuleFiles.Read(Shipped).Where(f => !IsForHosts(f) || domains.Any(d => f.Text.Contains(d, StringComparison.OrdinalIgnoreCase))).Select(SiteRuleReader.ReadTrusted))
            : SiteRuleSet.Empty;
    }

    /// <summary>Reads the folders once.</summary>
    /// <param name="own">The user's folders or files, the first believed most.</param>
    /// <exception cref="IOException">One of the user's folders does not exist or cannot be read.</exception>
    public static SiteRuleSet Load(IReadOnlyList<string> own) =>
        SiteRuleSet.From(Layered(
        [
            .. own.Select(folder => SiteRuleFiles.Read(folder).Select(SiteRuleReader.Read)),
            (Directory.Exists(Shipped) ? SiteRuleFiles.Read(Shipped) : []).Select(SiteRuleReader.Read),
        ]));

    private static bool IsForHosts(SiteFile file) => file.Text.StartsWith("hosts:", StringComparison.Ordinal) || file.Text.Contains("\nhosts:", StringComparison.Ordinal);

    /// <summary>A host and the domains above it, as files may write them: a rule for <c>*.example.com</c> names none of its hosts.</summary>
    private static IEnumerable<string> Domains(Uri url)
    {
        foreach (var host in (string[])[url.Host, UrlHost.Of(url)])
        {
            yield return host;
            for (var dot = host.IndexOf('.', StringComparison.Ordinal); dot >= 0 && host.IndexOf('.', dot + 1) >= 0; dot = host.IndexOf('.', dot + 1))
            {
                yield return host[(dot + 1)..];
            }
        }
    }

    /// <summary>Puts folders together: a rule takes the place of one in a later folder that has its name or one of its hosts.</summary>
    /// <param name="folders">What the files of each folder gave, in order of belief.</param>
    public static IReadOnlyList<SiteRuleReading> Layered(IEnumerable<IEnumerable<SiteRuleReading>> folders)
    {
        var layered = new List<SiteRuleReading>();
        foreach (var folder in folders)
        {
            var names = layered.Where(r => r.Rule is not null).Select(r => r.Rule!.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
            var hosts = layered.SelectMany(r => r.Rule?.Hosts ?? []).ToHashSet(StringComparer.OrdinalIgnoreCase);
            layered.AddRange(folder.Where(r => r.Rule is not { } rule || !(names.Contains(rule.Name) || rule.Hosts.Any(hosts.Contains))));
        }

        return layered;
    }
}
