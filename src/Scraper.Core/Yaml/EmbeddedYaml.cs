namespace Scraper.Core.Yaml;

/// <summary>The data files that are embedded in this library; a mistake in one is a bug of ours and fails loudly at first use.</summary>
internal static class EmbeddedYaml
{
    /// <summary>The entries of a file, in its order.</summary>
    /// <param name="resource">Its name, room first: <c>Decoding/labels.yaml</c>.</param>
    public static IReadOnlyList<KeyValuePair<YamlText, YamlNode>> Entries(string resource) => ((YamlMap)Load(resource)).Entries;

    /// <summary>The root of a file.</summary>
    public static YamlNode Load(string resource) =>
        YamlFile.Read(EmbeddedText.Read(resource)) ?? throw new InvalidDataException($"embedded resource {resource} is empty");

    public static string Text(YamlNode text) => ((YamlText)text).Value;

    public static IEnumerable<string> Texts(YamlNode list) => ((YamlList)list).Items.Select(Text);
}
