namespace Scraper.Cli;

/// <summary>A field of an article, to be compared.</summary>
/// <param name="Key">Its name in JSON; <see cref="Body"/> for the text.</param>
/// <param name="Values">What it says, in order; empty where it says nothing.</param>
internal sealed record ArticleField(string Key, IReadOnlyList<string> Values)
{
    /// <summary>The text, a value a line.</summary>
    public const string Body = "body";

    /// <summary>The captions.</summary>
    public const string Captions = "captions";

    /// <summary>The moment of first publication.</summary>
    public const string PublishedAt = "publishedAt";

    /// <summary>The moment of the publisher's last change.</summary>
    public const string ModifiedAt = "modifiedAt";

    /// <summary>Its lines: those of the text bare, all others with the key.</summary>
    public IEnumerable<string> Lines => Key == Body ? Values : Values.Select(v => $"{Key}: {v}");

    /// <summary>The field as far as a person who writes it down can be held to it: white space counts as a space, captions are a set, and a minute is its first second.</summary>
    public ArticleField Loose() => this with
    {
        Values = Key switch
        {
            Captions => [.. Values.Select(Fold).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
            PublishedAt or ModifiedAt => [.. Values.Select(v => ExpectedDate.Normal(v) ?? v)],
            _ => [.. Values.Select(Fold)],
        },
    };

    private static string Fold(string line) => string.Join(' ', line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
