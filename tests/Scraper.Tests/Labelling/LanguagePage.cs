using System.Globalization;
using System.Text;
using System.Text.Json;
using Scraper.Core;
using Scraper.Core.Articles;
using Scraper.Core.Metadata;
using Scraper.Tests.Fixtures;

namespace Scraper.Tests.Labelling;

/// <summary>A page of the folder <c>Pages</c>, what is expected of it and what comes of it without a rule.</summary>
internal sealed record LanguagePage(string Name, JsonElement Expected, Article Article)
{
    private static readonly string Folder = Path.Combine(RepositoryRoot.Path, "tests", "Scraper.Tests", "Labelling", "Pages");

    /// <summary>The names of all pages.</summary>
    public static string[] All { get; } = [.. Directory.GetFiles(Folder, "*.html").Select(f => Path.GetFileNameWithoutExtension(f)!).Order(StringComparer.Ordinal)];

    /// <summary>What is known to be wrong, by page.</summary>
    public static IReadOnlyDictionary<string, LanguagePageMiss> Misses { get; } =
        JsonSerializer.Deserialize<Dictionary<string, LanguagePageMiss>>(File.ReadAllText(Path.Combine(Folder, "misses.json")), JsonSerializerOptions.Web)!;

    public LanguagePageMiss? Miss => Misses.GetValueOrDefault(Name);

    public IReadOnlyList<string> Body => [.. Expected.GetProperty("body").EnumerateArray().Select(b => b.GetString()!)];

    public static LanguagePage Read(string name)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, name + ".json")));
        var expected = json.RootElement.Clone();
        var context = new PageContext { Url = new Uri(expected.GetProperty("url").GetString()!) };
        return new LanguagePage(name, expected, new Extractor().ExtractHtml(File.ReadAllText(Path.Combine(Folder, name + ".html")), context, CancellationToken.None).Article);
    }

    /// <summary>White space of any kind and length counts as one space.</summary>
    public static string Normalise(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>The paragraphs as one text in which every character of a script without spaces is a word.</summary>
    public static string Spaced(IEnumerable<string> paragraphs)
    {
        var text = new StringBuilder();
        foreach (var c in string.Join('\n', paragraphs))
        {
            _ = c is (>= '\u3040' and <= '\u9FFF') or (>= '\u0E00' and <= '\u0E7F') ? text.Append(' ').Append(c).Append(' ') : text.Append(c);
        }

        return text.ToString();
    }

    /// <summary>The fields that are not as expected.</summary>
    public IEnumerable<(string Name, string Expected, string Found)> WrongFields() =>
        from field in new[]
        {
            (Name: "title", Expected: Normalise(Text("title")), Found: Normalise(Article.Title)),
            (Name: "authors", Expected: string.Join("; ", Expected.GetProperty("authors").EnumerateArray().Select(a => a.GetString())), Found: string.Join("; ", Article.Authors)),
            (Name: "publishedAt", Expected: Moment(Text("publishedAt")), Found: Moment(Article.PublishedAt)),
            (Name: "language", Expected: Text("language"), Found: Article.Language ?? string.Empty),
        }
        where field.Expected != field.Found
        select field;

    private static string Moment(PageDate? date) => date is null ? string.Empty : Moment(date.ToString());

    /// <summary>A moment in universal time where there is a zone, else to the minute as it stands.</summary>
    private static string Moment(string date) =>
        date.Length > 19 ? DateTimeOffset.Parse(date, CultureInfo.InvariantCulture).UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm'Z'", CultureInfo.InvariantCulture) : date[..Math.Min(date.Length, 16)];

    private string Text(string key) => Expected.GetProperty(key).GetString()!;
}
