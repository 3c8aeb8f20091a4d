using System.Collections.Frozen;
using System.Text;

namespace Scraper.Core.Labelling;

/// <summary>The names of labels and kinds as files and JSON write them: <c>PullQuote</c> is <c>pull_quote</c>.</summary>
public static class Names
{
    /// <summary>The snake_case name of an enum value.</summary>
    public static string Of<T>(T value)
        where T : struct, Enum => Known<T>.Names.TryGetValue(value, out var name) ? name : Made(value.ToString());

    /// <summary>The enum value of a snake_case name; false where there is none.</summary>
    public static bool TryParse<T>(string name, out T value)
        where T : struct, Enum
    {
        ArgumentNullException.ThrowIfNull(name);
        value = default;
        return !name.Any(char.IsDigit) && Enum.TryParse(name.Replace("_", string.Empty, StringComparison.Ordinal), ignoreCase: true, out value);
    }

    private static string Made(string pascal)
    {
        var name = new StringBuilder();
        foreach (var c in pascal)
        {
            if (char.IsUpper(c) && name.Length > 0)
            {
                name.Append('_');
            }

            name.Append(char.ToLowerInvariant(c));
        }

        return name.ToString();
    }

    /// <summary>The names of an enum, made once: a page has some hundreds.</summary>
    private static class Known<T>
        where T : struct, Enum
    {
        public static readonly FrozenDictionary<T, string> Names = Enum.GetValues<T>().Distinct().ToFrozenDictionary(v => v, v => Made(v.ToString()));
    }
}
