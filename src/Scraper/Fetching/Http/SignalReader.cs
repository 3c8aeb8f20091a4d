using System.Text;
using System.Text.RegularExpressions;

namespace Scraper.Fetching.Http;

/// <summary>Reads what a page asks of those who keep it, from its headers and the metas of its first 64 KiB.</summary>
internal static partial class SignalReader
{
    private const int HeadBytes = 64 * 1024;

    /// <summary>Reads the signals.</summary>
    /// <param name="headers">Response headers.</param>
    /// <param name="body">Body; its markup is US-ASCII in every encoding of the web but UTF-16.</param>
    /// <param name="agent">Our product token; rules for other agents do not count.</param>
    public static PageSignals Read(IReadOnlyDictionary<string, string> headers, ReadOnlySpan<byte> body, string agent)
    {
        var directives = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        AddHeader(directives, headers.GetValueOrDefault("X-Robots-Tag"), agent);
        var reserved = headers.GetValueOrDefault("tdm-reservation")?.Trim() == "1";
        var head = Encoding.Latin1.GetString(body[..Math.Min(body.Length, HeadBytes)]);
        foreach (Match meta in Meta().Matches(head))
        {
            var name = Attribute(NameAttribute(), meta.Value);
            var content = Attribute(ContentAttribute(), meta.Value);
            if (name.Equals("robots", StringComparison.OrdinalIgnoreCase) || name.Equals(agent, StringComparison.OrdinalIgnoreCase))
            {
                directives.UnionWith(Split(content));
            }
            else if (name.Equals("tdm-reservation", StringComparison.OrdinalIgnoreCase))
            {
                reserved |= content.Trim() == "1";
            }
        }

        var none = directives.Contains("none");
        return new PageSignals(none || directives.Contains("noindex"), none || directives.Contains("noarchive"), reserved);
    }

    // "noindex, otherbot: noarchive, nofollow": a name with a colon opens the rules of one agent.
    private static void AddHeader(HashSet<string> directives, string? value, string agent)
    {
        var forUs = true;
        foreach (var part in Split(value ?? string.Empty))
        {
            var colon = part.IndexOf(':', StringComparison.Ordinal);
            var isAgent = colon > 0 && !part.StartsWith("unavailable_after", StringComparison.OrdinalIgnoreCase) && !part.StartsWith("max-", StringComparison.OrdinalIgnoreCase);
            forUs = isAgent ? part[..colon].Trim().Equals(agent, StringComparison.OrdinalIgnoreCase) : forUs;
            if (forUs)
            {
                directives.Add(isAgent ? part[(colon + 1)..].Trim() : part);
            }
        }
    }

    private static string[] Split(string list) => list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static string Attribute(Regex attribute, string tag)
    {
        var match = attribute.Match(tag);
        return match.Groups.Cast<Group>().Skip(1).FirstOrDefault(group => group.Success)?.Value ?? string.Empty;
    }

    [GeneratedRegex("<meta\\s[^>]{1,2000}>", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex Meta();

    [GeneratedRegex("\\sname\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)'|([^\\s\"'>]+))", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex NameAttribute();

    [GeneratedRegex("\\scontent\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)'|([^\\s\"'>]+))", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex ContentAttribute();
}
