using System.Collections.Frozen;
using System.Reflection;

namespace Scraper.Discovery;

/// <summary>Query parameters that do not change what is shown, from <c>tracking-parameters.txt</c>.</summary>
internal static class TrackingParameters
{
    private static readonly string[] Lines = Read();
    private static readonly FrozenSet<string> Names = Lines.Where(line => !line.EndsWith('*')).ToFrozenSet(StringComparer.OrdinalIgnoreCase);
    private static readonly string[] Prefixes = [.. Lines.Where(line => line.EndsWith('*')).Select(line => line[..^1])];

    /// <summary>Whether a parameter of that name goes.</summary>
    public static bool Contains(string name) => Names.Contains(name) || Array.Exists(Prefixes, prefix => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase));

    private static string[] Read()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("Scraper.Discovery.tracking-parameters.txt")
            ?? throw new InvalidOperationException("tracking-parameters.txt is not embedded");
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Where(line => line[0] != '#')];
    }
}
