namespace Scraper.Hosting;

/// <summary>The layers that settings come from, the last one on top, and who has the last word on a key.</summary>
internal sealed class SettingsLayers(IConfigurationRoot root)
{
    /// <summary>The layer that has the last word on a key or section, or <see langword="null"/> where none speaks of it.</summary>
    public IConfigurationProvider? Of(string path) => root.Providers.Reverse().FirstOrDefault(p => Holds(p, path));

    /// <summary>Whether a key has a value that is not empty.</summary>
    public bool Says(string path) => root[path] is { Length: > 0 };

    /// <summary>A list as the topmost layer that has it gives it: lists are replaced, never mixed.</summary>
    public IReadOnlyList<string> List(string path)
    {
        if (Of(path) is not { } layer)
        {
            return [];
        }

        string[] entries = [.. layer.GetChildKeys([], path).Distinct(StringComparer.OrdinalIgnoreCase)
            .Order(ConfigurationKeyComparer.Instance).Select(k => layer.TryGet($"{path}:{k}", out var entry) ? entry ?? string.Empty : string.Empty)];

        // An empty list is written as an empty value; a variable or a flag may give a single entry.
        return entries.Length > 0 || !layer.TryGet(path, out var single) || string.IsNullOrEmpty(single) ? entries : [single];
    }

    /// <summary>The file, the variable or the flag that has the last word on a key.</summary>
    public string Where(string path) => Of(path) switch
    {
        FileConfigurationProvider file => FileName(file),
        CredentialsProvider credentials => $"credential {credentials.FileOf(path)}",
        IConfigurationProvider provider when provider.GetType().Name.StartsWith("Environment", StringComparison.Ordinal) =>
            $"environment variable {ConfigurationReader.EnvironmentPrefix}{path.Replace(":", "__", StringComparison.Ordinal)}",
        null => "default",
        _ => "command line",
    };

    /// <summary>As <see cref="Where"/>, a file with the key in it.</summary>
    public string Origin(string path) => Of(path) is FileConfigurationProvider ? $"{Where(path)}:{path}" : Where(path);

    private static string FileName(FileConfigurationProvider file) =>
        file.Source.FileProvider?.GetFileInfo(file.Source.Path ?? string.Empty).PhysicalPath ?? file.Source.Path ?? "a file";

    private static bool Holds(IConfigurationProvider provider, string path) =>
        provider.TryGet(path, out _) || provider.GetChildKeys([], path).Any();
}
