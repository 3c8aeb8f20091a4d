using Scraper.Core.Yaml;

namespace Scraper.Core.Sites;

/// <summary>Request headers and cookies as rule files write them; a line break or other control character is refused.</summary>
internal static class HeaderText
{
    /// <summary>What is said of a value that none may have.</summary>
    public const string NoValue = "holds a line break or another control character";

    public static string? Value(YamlSection section, string key) =>
        section.TextNodes(key) is [var text] && IsSafe(text, section, key) ? text.Value : null;

    public static IReadOnlyDictionary<string, string> Pairs(YamlSection section, string key)
    {
        var pairs = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in section.Pairs(key))
        {
            if (!IsName(name.Value))
            {
                section.Problems.Error(name, section.KeyPath(key), NoName(name.Value));
            }
            else if (IsSafe(value, section, key) && !pairs.TryAdd(name.Value, value.Value))
            {
                section.Problems.Error(name, section.KeyPath(key), $"\"{name.Value}\" is given twice; keep one");
            }
        }

        return pairs;
    }

    /// <summary>Whether a header or cookie may be called so.</summary>
    public static bool IsName(string name) => name.Length > 0 && name.All(c => char.IsAsciiLetterOrDigit(c) || "!#$%&'*+-.^_`|~".Contains(c, StringComparison.Ordinal));

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
