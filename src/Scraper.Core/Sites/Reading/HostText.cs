using System.Globalization;
using Scraper.Core.Yaml;

namespace Scraper.Core.Sites;

/// <summary>Hosts as rule files write them: <c>example.com</c>, <c>*.example.com</c>.</summary>
internal static class HostText
{
    /// <summary>A host in lower case and ASCII; reports it and gives nothing where it is none.</summary>
    public static string? Read(YamlText text, YamlSection section)
    {
        if (Normal(text.Value) is { } host)
        {
            return host;
        }

        section.Problems.Error(text, "hosts", $"\"{text.Value}\" is not a host; write it without scheme, port and path: example.com or *.example.com");
        return null;
    }

    /// <summary>A host as rules are looked up by: lower case, ASCII, no trailing dot; <see langword="null"/> if it is none.</summary>
    public static string? Normal(string host)
    {
        var wildcard = host.StartsWith("*.", StringComparison.Ordinal);
        var name = (wildcard ? host[2..] : host).TrimEnd('.');
        try
        {
            var ascii = new IdnMapping { UseStd3AsciiRules = true }.GetAscii(name).ToLowerInvariant();
            return ascii.Length == 0 ? null : wildcard ? "*." + ascii : ascii;
        }
        catch (ArgumentException)
        {
            // An underscore is not allowed in a host name, and yet stands in some.
            return name.Length is > 0 and < 254 && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_')
                ? (wildcard ? "*." : string.Empty) + name.ToLowerInvariant()
                : null;
        }
    }
}
