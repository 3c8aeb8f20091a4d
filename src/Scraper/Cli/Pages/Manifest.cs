using System.Text.Json;

namespace Scraper.Cli;

/// <summary>The addresses of the pages of a folder, by file name without ending.</summary>
internal static class Manifest
{
    /// <summary>
    /// Reads lines <c>{"id","url"}</c>; no file gives an empty manifest. A page whose address is empty or missing has none; one whose
    /// address is no address is told on standard error and has none either, so that the other pages are cleaned.
    /// </summary>
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
                var id = JsonField.Text(entry.RootElement, "id");
                if (JsonField.TextIfAny(entry.RootElement, "url") is not { Length: > 0 } address)
                {
                    continue;
                }

                if (UrlOption.Parse(address) is { } url)
                {
                    urls[id] = url;
                }
                else
                {
                    Console.Error.WriteLine($"scraper: {path}:{number}: 'url' is no absolute http or https address; {TerminalText.OneLine(id)} is cleaned without one: {TerminalText.OneLine(address)}");
                }
            }
            catch (Exception wrong) when (wrong is JsonException or FormatException or InvalidOperationException)
            {
                throw new CliException($"{path}:{number}: not a line {{\"id\",\"url\"}}: {(wrong is JsonException broken ? JsonProblem.Of(broken) : wrong.Message)}");
            }
        }

        return urls;
    }
}
