namespace Scraper.Core.Yaml;

/// <summary>A piece of a YAML file that remembers where it stood.</summary>
/// <param name="Line">Line from 1.</param>
/// <param name="Column">Column from 1.</param>
internal abstract record YamlNode(int Line, int Column);

/// <summary>A scalar.</summary>
internal sealed record YamlText(string Value, bool IsPlain, int Line, int Column) : YamlNode(Line, Column)
{
    /// <summary>Whether nothing is written there (<c>key:</c>, <c>~</c>, <c>null</c>).</summary>
    public bool IsNothing => IsPlain && Value is "" or "~" or "null";
}

/// <summary>A sequence.</summary>
internal sealed record YamlList(List<YamlNode> Items, int Line, int Column) : YamlNode(Line, Column);

/// <summary>A mapping, in the order of the file.</summary>
internal sealed record YamlMap(List<KeyValuePair<YamlText, YamlNode>> Entries, int Line, int Column) : YamlNode(Line, Column);
