using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Scraper.Core;
using Scraper.Core.Sites;

namespace Scraper.Fetching.Addresses;

/// <summary>
/// The form a URL must have before anything is done with it. Strict where parsers are known to disagree (control characters;
/// backslashes, blanks, percent signs and user names in the host part): such a URL is refused, not repaired. Literal addresses are
/// judged here already; what a name resolves to is judged when it is dialled (<see cref="GuardedDialler"/>).
/// </summary>
internal sealed partial class UrlGate(AllowList allowed)
{
    /// <summary>Characters a URL may have.</summary>
    public const int MaxLength = 8_000;

    // Names that are this machine or its network by definition (RFC 6761, 6762, ICANN's .internal) or by common hosts files.
    private static readonly string[] LocalNames =
        ["localhost", "localdomain", "local", "internal", "intranet", "home.arpa", "ip6-localhost", "ip6-loopback", "ip6-localnet", "broadcasthost"];

    /// <summary>Judges a URL as written: configured, linked, or in a Location header made absolute.</summary>
    /// <param name="text">The URL.</param>
    /// <param name="url">The URL, where the result is <see langword="null"/>.</param>
    /// <returns>Why it may not be fetched, or <see langword="null"/>.</returns>
    public AddressRefusal? Judge(string text, out Uri? url)
    {
        url = null;
        if (text.Length > MaxLength)
        {
            return Invalid($"longer than {MaxLength} characters");
        }

        if (SchemeOf().Match(text) is not { Success: true } scheme)
        {
            return Invalid("not an absolute URL");
        }

        if (!scheme.Groups[1].Value.Equals("http", StringComparison.OrdinalIgnoreCase) && !scheme.Groups[1].Value.Equals("https", StringComparison.OrdinalIgnoreCase))
        {
            return new(BlockReason.Scheme, $"scheme '{Shorten(scheme.Groups[1].Value)}' is neither http nor https");
        }

        if (WellFormed().Match(text) is not { Success: true } authority)
        {
            return Invalid("malformed: control characters, a blank or a backslash in the host part, or no host after ://");
        }

        if (authority.Groups[1].Value.IndexOfAny(['@', '%']) >= 0)
        {
            return Invalid("a user name or a percent sign in the host part");
        }

        if (!UrlText.TryRead(text, out url))
        {
            return Invalid("malformed");
        }

        return Judge(url);
    }

    /// <summary>Judges a URL that is already parsed.</summary>
    /// <param name="url">The URL.</param>
    public AddressRefusal? Judge(Uri url)
    {
        if (!url.IsAbsoluteUri)
        {
            return Invalid("not an absolute URL");
        }

        if (url.Scheme != Uri.UriSchemeHttp && url.Scheme != Uri.UriSchemeHttps)
        {
            return new(BlockReason.Scheme, $"scheme '{Shorten(url.Scheme)}' is neither http nor https");
        }

        if (url.UserInfo.Length > 0 || url.Port == 0 || url.AbsoluteUri.Length > MaxLength * 3)
        {
            return Invalid("a user name, port 0, or too long");
        }

        return UrlText.TryRead(url.AbsoluteUri, out _) ? JudgeHost(UrlHost.Of(url), url.Port) : Invalid("the host cannot be read again as it is written");
    }

    private AddressRefusal? JudgeHost(string host, int port)
    {
        if (host.Length == 0)
        {
            return Invalid("no host");
        }

        if (!Ascii.IsValid(host))
        {
            return Invalid($"host '{Shorten(host)}' has characters that no host name may have (IDNA)");
        }

        if (IPAddress.TryParse(host, out var address))
        {
            return allowed.Allows(host, port, address) || AddressGuard.ReasonToRefuse(address) is not { } reason
                ? null
                : new(BlockReason.Address, $"{address} is {reason}");
        }

        var lastLabel = host[(host.LastIndexOf('.') + 1)..];
        if (NumberLabel().IsMatch(lastLabel))
        {
            return Invalid($"host '{Shorten(host)}' ends in a number but is no address");
        }

        var isLocal = LocalNames.Any(name => host == name || host.EndsWith("." + name, StringComparison.Ordinal));
        return isLocal && !allowed.Names(host, port) ? new(BlockReason.Address, $"{Shorten(host)} is a name for this machine or its network") : null;
    }

    private static AddressRefusal Invalid(string message) => new(BlockReason.InvalidUrl, message);

    private static string Shorten(string text) => text.Length <= 80 ? text : text[..80] + "…";

    [GeneratedRegex("^([A-Za-z][A-Za-z0-9+.-]*):", RegexOptions.NonBacktracking)]
    private static partial Regex SchemeOf();

    [GeneratedRegex(@"^[A-Za-z]+://([^/?#\\\s\x00-\x20\x7f]+)([/?#][^\x00-\x1f\x7f]*)?$", RegexOptions.NonBacktracking)]
    private static partial Regex WellFormed();

    [GeneratedRegex("^(0[xX][0-9a-fA-F]*|[0-9]+)$", RegexOptions.NonBacktracking)]
    private static partial Regex NumberLabel();
}
