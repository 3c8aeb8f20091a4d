using System.Collections.Frozen;
using System.Reflection;
using System.Text.RegularExpressions;

namespace Scraper.Discovery;

/// <summary>Parts of a path that lead to no page of their own: front pages by name, from <c>front-page-names.txt</c>, and languages.</summary>
internal static partial class FrontPageNames
{
    private static readonly FrozenSet<string> Names = Read().ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a part of a path, percent-encodings undone, is a front page's name (<c>index.php</c>) or a language (<c>en</c>, <c>pt-BR</c>).</summary>
    public static bool Contains(string segment) => Language().IsMatch(segment) || Names.Contains(Ending().Replace(segment, string.Empty));

    private static IEnumerable<string> Read()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("Scraper.Discovery.front-page-names.txt")
            ?? throw new InvalidOperationException("front-page-names.txt is not embedded");
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Where(line => line[0] != '#')];
    }

    [GeneratedRegex("^[a-z]{2}(?:[-_][a-z]{2,4})?$", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Language();

    [GeneratedRegex("\\.[a-z]{2,5}$", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Ending();
}
