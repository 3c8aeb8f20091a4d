using YamlDotNet.RepresentationModel;

namespace Scraper.Core.Decoding;

/// <summary>The data files of this room.</summary>
internal static class EmbeddedYaml
{
    public static YamlNode Load(string file)
    {
        using var stream = typeof(EmbeddedYaml).Assembly.GetManifestResourceStream($"Decoding/{file}")
            ?? throw new InvalidOperationException($"embedded resource Decoding/{file} is missing");
        using var reader = new StreamReader(stream);
        var yaml = new YamlStream();
        yaml.Load(reader);
        return yaml.Documents[0].RootNode;
    }

    public static IEnumerable<string> Strings(YamlNode sequence) => ((YamlSequenceNode)sequence).Select(n => ((YamlScalarNode)n).Value!);
}
