using System.Net;
using Scraper.Core.Sites;
using Scraper.Fetching;
using Scraper.Fetching.Addresses;

namespace Scraper.Watching;

/// <summary>
/// Connects to the owner's webhook under the same guard as pages. An address of one's own machine or network that stands in
/// the setting itself (<c>http://127.0.0.1:9000/</c>, <c>http://localhost/</c>) is meant and may be dialled; a name that only
/// resolves to one may not, unless <see cref="FetchOptions.Allow"/> names it: who answers for the name is not always the owner.
/// </summary>
internal static class WebhookDialler
{
    /// <summary>A dialler for one address.</summary>
    public static GuardedDialler For(Uri webhook, FetchOptions options) => For(webhook, options, Dns.GetHostAddressesAsync);

    /// <summary>The same, with names resolved otherwise.</summary>
    public static GuardedDialler For(Uri webhook, FetchOptions options, HostResolver resolve)
    {
        var map = new ConnectMap(options.ConnectTo);
        var isMeant = new UrlGate(new AllowList([], map)).Judge(webhook) is { Reason: BlockReason.Address };
        var allowed = new AllowList(isMeant ? [.. options.Allow, $"[{UrlHost.Of(webhook)}]:{webhook.Port}"] : options.Allow, map);
        return new GuardedDialler(allowed, map, resolve);
    }
}
