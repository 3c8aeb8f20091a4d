namespace Scraper.Core.Yaml;

/// <summary>A file that cannot be read as YAML at all.</summary>
internal sealed class YamlFileException(string message, int line, int column) : Exception(message)
{
    /// <summary>Line from 1; 0 for the file as a whole.</summary>
    public int Line { get; } = line;

    /// <summary>Column from 1.</summary>
    public int Column { get; } = column;
}
