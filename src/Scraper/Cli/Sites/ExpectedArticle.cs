using System.Text.Json;
using Scraper.Core;

namespace Scraper.Cli;

/// <summary>The article that is expected from a saved page: X.json beside X.html.</summary>
/// <param name="Url">The page's address, or <see langword="null"/> where none is given.</param>
/// <param name="Fields">What is expected, only of the keys that are given.</param>
internal sealed record ExpectedArticle(Uri? Url, IReadOnlyList<ArticleField> Fields)
{
    private const string Address = "url";

    private static readonly string[] Required = ["title", ArticleField.Body];
    private static readonly string[] Texts = ["title", "subtitle", "language", "section", ArticleField.PublishedAt, ArticleField.ModifiedAt];
    private static readonly string[] Joined = ["authors", "tags"];
    private static readonly string[] Lists = ["summary", ArticleField.Captions];

    /// <summary>Reads the file.</summary>
    /// <param name="file">Its path.</param>
    /// <exception cref="CliException">It is no expected article.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static ExpectedArticle Read(string file)
    {
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllText(file));
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object || Required.FirstOrDefault(key => !root.TryGetProperty(key, out _)) is not null)
            {
                throw Refused(file, "it must be an object with title and body");
            }

            return new ExpectedArticle(
                UrlText.TryRead(root.TryGetProperty(Address, out var url) ? url.GetString() : null, out var address) ? address : null,
                [.. root.EnumerateObject().Where(p => p.Name != Address).Select(p => Field(file, p))]);
        }
        catch (JsonException broken)
        {
            throw Refused(file, $"not JSON: {JsonProblem.Of(broken)}");
        }
        catch (InvalidOperationException)
        {
            throw Refused(file, "url: must be a text");
        }
    }

    private static ArticleField Field(string file, JsonProperty property)
    {
        try
        {
            var (key, value) = (property.Name, property.Value);
            var field = new ArticleField(key, key switch
            {
                _ when Texts.Contains(key) => value.GetString() is { } text && (text.Length > 0 || key == "title") ? [text] : [],
                _ when Joined.Contains(key) => Strings(value) is { Count: > 0 } names ? [string.Join(", ", names)] : [],
                _ when Lists.Contains(key) => Strings(value),
                ArticleField.Body => [.. Strings(value).SelectMany(e => e.Split('\n', StringSplitOptions.RemoveEmptyEntries))],
                _ => throw Refused(file, $"{key}: unknown key; known are {string.Join(", ", [Address, .. Texts, .. Joined, .. Lists, ArticleField.Body])}"),
            });
            return key is ArticleField.PublishedAt or ArticleField.ModifiedAt && field.Values is [var date] && ExpectedDate.Normal(date) is null
                ? throw Refused(file, $"{key}: \"{date}\" is no date of ISO 8601, such as 2019-05-17 or 2019-05-17T09:07:00+01:00")
                : field.Loose();
        }
        catch (InvalidOperationException)
        {
            throw Refused(file, $"{property.Name}: must be a {(Texts.Contains(property.Name) ? "text, or null" : "list of texts")}");
        }
    }

    private static List<string> Strings(JsonElement list) => [.. list.EnumerateArray().Select(e => e.GetString() ?? string.Empty)];

    private static CliException Refused(string file, string why) => new($"{file}: not an expected article: {why}");
}
