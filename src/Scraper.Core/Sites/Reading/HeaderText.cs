using Scraper.Core.Yaml;

namespace Scraper.Core.Sites;

/// <summary>Request headers and cookies as rule files write them; a line break or other control character is refused.</summary>
internal static class HeaderText
{
    /// <summary>What is said of a value that none may have.</summary>
    public const string NoValue = "holds a line break or another control character";

    public static string? Value(YamlSection section, string key) =>
        section.TextNodes(key) is [var text] && IsSafe(text, section, key) ? text.Value : null;

    /// <summary>The headers after a key; one that would not be sent is reported.</summary>
    public static IReadOnlyDictionary<string, string> Headers(YamlSection section, string key) => Pairs(
        section,
        key,
        (name, _) => !SiteHeaders.IsReserved(name) ? null
            : name.Equals("Cookie", StringComparison.OrdinalIgnoreCase) ? "\"Cookie\" is not sent from here; write each cookie under cookies: { name: value }"
            : $"\"{name}\" is the program's own and would not be sent; leave it out");

    /// <summary>The cookies after a key, by name.</summary>
    public static IReadOnlyDictionary<string, string> Cookies(YamlSection section, string key) => Pairs(
        section, key, (_, value) => value.Contains(';', StringComparison.Ordinal) ? "holds a ; which ends a cookie; write each cookie on a line of its own, without Path or Expires" : null);

    private static Dictionary<string, string> Pairs(YamlSection section, string key, Func<string, string, string?> wrong)
    {
        var pairs = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in section.Pairs(key))
        {
            if (!SiteHeaders.IsName(name.Value))
            {
                section.Problems.Error(name, section.KeyPath(key), NoName(name.Value));
            }
            else if (wrong(name.Value, value.Value) is { } message)
            {
                section.Problems.Error(name, section.KeyPath(key), message);
            }
            else if (IsSafe(value, section, key) && !pairs.TryAdd(name.Value, value.Value))
            {
                section.Problems.Error(name, section.KeyPath(key), $"\"{name.Value}\" is given twice; keep one");
            }
        }

        return pairs;
    }

    /// <summary>What is said of a name that is none.</summary>
    public static string NoName(string name) => $"\"{name}\" is not a name (RFC 9110 token)";

    /// <summary>Whether a header or cookie may say this.</summary>
    public static bool IsValue(string value) => !value.Any(char.IsControl);

    private static bool IsSafe(YamlText text, YamlSection section, string key)
    {
        if (IsValue(text.Value))
        {
            return true;
        }

        section.Problems.Error(text, section.KeyPath(key), NoValue);
        return false;
    }
}
