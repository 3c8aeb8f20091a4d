using Scraper.Core;
using Scraper.Core.Blocks;
using Scraper.Core.Sites;

namespace Scraper.Cli;

/// <summary>Which rule a page is read by.</summary>
internal static class SiteChoice
{
    /// <summary>The rule of a name.</summary>
    /// <exception cref="CliException">There is none.</exception>
    public static SiteRule Named(SiteRuleSet rules, string name) =>
        rules.ByName(name) ?? throw new CliException($"no site rule is named \"{name}\"; 'scraper sites list' names them, --sites DIR adds a folder of your own");

    /// <summary>The rule of a name, or the one for a host.</summary>
    /// <exception cref="CliException">There is neither.</exception>
    public static SiteRule NamedOrOf(SiteRuleSet rules, string nameOrHost) => rules.ByName(nameOrHost) ?? rules.ForHost(nameOrHost) ?? Named(rules, nameOrHost);

    /// <summary>The rule for an address that is about to be fetched, or <see langword="null"/>.</summary>
    public static SiteRule? ForTarget(SiteRuleSet rules, string target) =>
        UrlText.TryRead(target, out var uri) && uri.Scheme is "http" or "https" ? rules.ForHost(uri.Host) : null;

    /// <summary>The rule for a page, by its host or by what made it, or <see langword="null"/>.</summary>
    public static SiteRule? ForPage(SiteRuleSet rules, SitePage page, CancellationToken cancellationToken) =>
        rules.ForPage(page.Host, new SelectorPage(HtmlTree.Parse(page.Html, HtmlLimits.Default, cancellationToken)));
}
