using System.Net;

namespace Scraper.Fetching.Http;

/// <summary>
/// Cookies that servers set along one chain of redirects: they go with it as far as their domain, path and Secure say (RFC 6265, 5.4) and are
/// forgotten with it. Many sites set one and send back to the page, and would do so for ever.
/// </summary>
internal sealed class ChainCookies
{
    /// <summary>A longer header, in UTF-16 code units, is more than servers take.</summary>
    private const int Longest = 4_096;

    private readonly CookieContainer _jar = new();

    /// <summary>Notes what a server sets; what is no cookie, or none that it may set, is passed over.</summary>
    /// <param name="from">The URL that answered.</param>
    /// <param name="headers">Its <c>Set-Cookie</c> headers.</param>
    public void Take(Uri from, IReadOnlyList<string> headers)
    {
        foreach (var header in headers)
        {
            try
            {
                _jar.SetCookies(from, header);
            }
            catch (CookieException)
            {
                // A browser would not keep it either.
            }
        }
    }

    /// <summary>The names and values that go to a URL; of too many the first.</summary>
    /// <param name="url">Where a request is about to go.</param>
    public IReadOnlyList<KeyValuePair<string, string>> For(Uri url)
    {
        var length = 0;
        return
        [
            .. _jar.GetCookies(url).Cast<Cookie>()
                .TakeWhile(c => (length += c.Name.Length + c.Value.Length + "=; ".Length) <= Longest)
                .Select(c => KeyValuePair.Create(c.Name, c.Value)),
        ];
    }
}
