using Scraper.Core.Yaml;

namespace Scraper.Core.Sites;

/// <summary>Request headers and cookies as rule files write them; a line break or other control character is refused.</summary>
internal static class HeaderText
{
    public static string? Value(YamlSection section, string key) =>
        section.TextNodes(key) is [var text] && IsSafe(text, section, key) ? text.Value : null;

    public static IReadOnlyDictionary<string, string> Pairs(YamlSection section, string key)
    {
        var pairs = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in section.Pairs(key))
        {
            if (!name.Value.All(c => char.IsAsciiLetterOrDigit(c) || "!#$%&'*+-.^_`|~".Contains(c, StringComparison.Ordinal)) || name.Value.Length == 0)
            {
                section.Problems.Error(name, section.KeyPath(key), $"\"{name.Value}\" is not a name (RFC 9110 token)");
            }
            else if (IsSafe(value, section, key) && !pairs.TryAdd(name.Value, value.Value))
            {
                section.Problems.Error(name, section.KeyPath(key), $"\"{name.Value}\" is given twice; keep one");
            }
        }

        return pairs;
    }

    private static bool IsSafe(YamlText text, YamlSection section, string key)
    {
        if (!text.Value.Any(char.IsControl))
        {
            return true;
        }

        section.Problems.Error(text, section.KeyPath(key), "holds a line break or another control character");
        return false;
    }
}
