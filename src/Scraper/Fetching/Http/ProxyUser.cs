using System.Net;
using System.Text;

namespace Scraper.Fetching.Http;

/// <summary>The user whom the address of a proxy names: <c>http://user:password@host:port</c>.</summary>
internal static class ProxyUser
{
    /// <summary>User and password, or <see langword="null"/> where the address names none.</summary>
    public static NetworkCredential? Of(Uri proxy)
    {
        if (proxy.UserInfo.Length == 0)
        {
            return null;
        }

        var parts = proxy.UserInfo.Split(':', 2).Select(Uri.UnescapeDataString).ToList();
        return new NetworkCredential(parts[0], parts.Count == 2 ? parts[1] : string.Empty);
    }

    /// <summary>The address alone: the HTTP stack tells it in its errors.</summary>
    public static Uri Without(Uri proxy) => new UriBuilder(proxy) { UserName = string.Empty, Password = string.Empty }.Uri;

    /// <summary>The header line that names the user (RFC 7617), or nothing.</summary>
    public static string HeaderOf(Uri proxy) => Of(proxy) is { } user
        ? $"Proxy-Authorization: Basic {Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user.UserName}:{user.Password}"))}\r\n"
        : string.Empty;
}
