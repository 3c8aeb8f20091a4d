using System.Net;
using Scraper.Core;

namespace Scraper.Web.Safety;

/// <summary>Where the server listens, as <c>Web:Urls</c> says, and what must not be.</summary>
internal static class ListenAddress
{
    private const int ShortestToken = 16;

    /// <summary>What is wrong with the settings of the web; nothing may be served then.</summary>
    public static IEnumerable<string> Problems(WebOptions options)
    {
        if (!options.Enabled)
        {
            yield break;
        }

        if (options.Urls.Count == 0)
        {
            yield return "Web:Urls: must name an address; Web:Enabled false turns the web off";
        }

        if (options.Token.Length is > 0 and < ShortestToken)
        {
            yield return $"Web:Token: must have at least {ShortestToken} characters";
        }

        foreach (var url in options.Urls)
        {
            if (Read(url) is not { } address)
            {
                yield return $"Web:Urls: \"{url}\" is not http://ADDRESS:PORT with an IP address or localhost; put a proxy in front for https";
            }
            else if (!IPAddress.IsLoopback(address.Address) && options.Token.Length == 0)
            {
                yield return $"Web:Urls: {url} can be reached from elsewhere; set Web:Token (SCRAPER__Web__Token) or listen on 127.0.0.1";
            }
        }

        if (options.PublicUrl is { } known && !PublicAddress.IsServer(known))
        {
            yield return $"Web:PublicUrl: \"{known}\" is not an address such as https://scraper.example, without path";
        }
        else if (options is { PublicUrl.IsLoopback: false, Token.Length: 0 })
        {
            yield return $"Web:PublicUrl: {options.PublicUrl} can be reached from elsewhere; set Web:Token (SCRAPER__Web__Token)";
        }

        foreach (var host in options.Hosts.Where(h => Uri.CheckHostName(h) == UriHostNameType.Unknown))
        {
            yield return $"Web:Hosts: \"{host}\" is not a host name without port";
        }
    }

    /// <summary>The end point of a URL; <see langword="null"/> where it is none that we listen on. <c>localhost</c> is 127.0.0.1.</summary>
    public static IPEndPoint? Read(string url)
    {
        if (!UrlText.TryRead(url, out var uri) || uri.Scheme != Uri.UriSchemeHttp || uri.PathAndQuery != "/" || uri.UserInfo.Length > 0 || uri.Fragment.Length > 0)
        {
            return null;
        }

        var address = uri.IsLoopback && uri.HostNameType == UriHostNameType.Dns ? IPAddress.Loopback
            : IPAddress.TryParse(uri.DnsSafeHost, out var literal) ? literal : null;
        return address is null ? null : new IPEndPoint(address, uri.Port);
    }
}
