using System.Text.Json;

namespace Scraper.Cli;

/// <summary>The addresses of the pages of a folder, by file name without ending.</summary>
internal static class Manifest
{
    /// <summary>Reads lines <c>{"id","url"}</c>; no file gives an empty manifest.</summary>
    /// <exception cref="CliException">A line is not of that form; the message names it.</exception>
    public static IReadOnlyDictionary<string, Uri> Read(string? path)
    {
        var urls = new Dictionary<string, Uri>(StringComparer.Ordinal);
        var number = 0;
        foreach (var line in path is null ? [] : File.ReadLines(path))
        {
            number++;
            if (string.IsNullOrWhiteSpace(line))
            {
                continue;
            }

            try
            {
                using var entry = JsonDocument.Parse(line);
                urls[JsonField.Text(entry.RootElement, "id")] = UrlOption.Parse(JsonField.Text(entry.RootElement, "url")) ?? throw new FormatException("'url' is no absolute http or https address");
            }
            catch (Exception wrong) when (wrong is JsonException or FormatException or InvalidOperationException)
            {
                throw new CliException($"{path}:{number}: not a line {{\"id\",\"url\"}}: {wrong.Message}");
            }
        }

        return urls;
    }
}
