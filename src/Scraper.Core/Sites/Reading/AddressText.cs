using Scraper.Core.Yaml;

namespace Scraper.Core.Sites;

/// <summary>Addresses as rule files write them: absolute, http or https.</summary>
internal static class AddressText
{
    public static IReadOnlyList<string> ReadAll(YamlSection section, string key) =>
        [.. section.TextNodes(key).Where(t => IsGood(t.Value, t, section, key)).Select(t => t.Value)];

    /// <summary>The address after a key; reports one that is missing or not absolute.</summary>
    public static string? Read(YamlSection section, string key)
    {
        if (section.Node(key) is null)
        {
            section.Problems.Error(section.Map, section.KeyPath(key), "must be given");
            return null;
        }

        return section.Text(key) is { } text && IsGood(text, section.Node(key)!, section, key) ? text : null;
    }

    private static bool IsGood(string text, YamlNode at, YamlSection section, string key)
    {
        if (UrlText.TryRead(text, out var uri) && uri.Scheme is "http" or "https")
        {
            return true;
        }

        section.Problems.Error(at, section.KeyPath(key), $"\"{text}\" is not an absolute http or https address");
        return false;
    }
}
