using System.Globalization;

namespace Scraper.Tests.GeneratedSites;

/// <summary>A made-up article, before any site has laid it out. The same language, site and number give the same story.</summary>
internal sealed record Story
{
    private const int Window = 40;

    public required int Number { get; init; }

    public required string Title { get; init; }

    public required string Author { get; init; }

    public required DateOnly Day { get; init; }

    /// <summary>The text of the article, piece by piece.</summary>
    public required IReadOnlyList<StoryLine> Lines { get; init; }

    /// <summary>What stands below its pictures; a whole sentence more often than not.</summary>
    public required IReadOnlyList<string> Captions { get; init; }

    /// <summary>Other stories of the site, from shortly before or after.</summary>
    public required IReadOnlyList<string> Related { get; init; }

    /// <summary>First sentences of other stories, as teasers say them.</summary>
    public required IReadOnlyList<string> Teasers { get; init; }

    public required IReadOnlyList<string> Tags { get; init; }

    /// <summary>What the template decides by chance on this page.</summary>
    public required Random Chance { get; init; }

    public string Iso => Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public string Slug => string.Create(CultureInfo.InvariantCulture, $"/{Day.Year}/{Number}-story");

    /// <summary>The text that is wanted.</summary>
    public string Text => string.Join("\n\n", Lines.Select(l => l.Text));

    /// <param name="language">Code of the language.</param>
    /// <param name="site">Tells the stories of one site from those of another.</param>
    /// <param name="number">Which story.</param>
    /// <param name="headings">Headings that the site's authors use again and again, besides others; they belong to the text.</param>
    public static Story Of(string language, int site, int number, params string[] headings)
    {
        var prose = Prose.Of(language);
        var random = new Random(Seed(site, number));
        var title = prose.Headline(random);
        var lead = prose.Paragraph(random);
        var lines = new List<StoryLine> { new("p", lead) };
        for (var left = random.Next(5, 16); left > 0; left--)
        {
            var fate = random.NextDouble();
            if (fate < 0.1 && lines[^1].Kind == "p" && left > 1)
            {
                lines.Add(new StoryLine("h2", headings.Length > 0 && random.NextDouble() < 0.5 ? headings[random.Next(headings.Length)] : prose.Headline(random)));
            }
            else if (fate < 0.13)
            {
                lines.Add(new StoryLine("blockquote", prose.Paragraph(random)));
            }
            else if (fate < 0.16)
            {
                lines.AddRange(Enumerable.Range(0, random.Next(3, 5)).Select(_ => new StoryLine("li", prose.Sentence(random))));
            }
            else if (fate < 0.18 && number > 0)
            {
                // Now and then an earlier article is quoted word for word.
                lines.Add(new StoryLine("p", Lead(prose, site, number - random.Next(1, Math.Min(number, Window) + 1))));
            }

            lines.Add(new StoryLine("p", prose.Paragraph(random)));
        }

        var others = Enumerable.Range(0, 12).Select(_ => Math.Abs(number + random.Next(-Window, 6))).Where(n => n != number).Distinct().ToList();
        return new Story
        {
            Number = number,
            Title = title,
            Author = prose.Names[random.Next(prose.Names.Count)],
            Day = new DateOnly(2025, 1, 1).AddDays(number % 600),
            Lines = lines,
            Captions = [.. Enumerable.Range(0, random.Next(0, 3)).Select(_ => random.NextDouble() < 0.6 ? prose.Sentence(random) : prose.Headline(random))],
            Related = [.. others.Select(n => prose.Headline(new Random(Seed(site, n))))],
            Teasers = [.. others.Select(n => FirstSentence(Lead(prose, site, n)))],
            Tags = [.. Enumerable.Range(0, random.Next(2, 6)).Select(_ => prose.Phrase(random, random.NextDouble() < 0.5 ? "place" : "thing")).Distinct()],
            Chance = random,
        };
    }

    private static string Lead(Prose prose, int site, int number)
    {
        var random = new Random(Seed(site, number));
        prose.Headline(random);
        return prose.Paragraph(random);
    }

    private static string FirstSentence(string paragraph) => paragraph.IndexOf(". ", StringComparison.Ordinal) is > 0 and var end ? paragraph[..(end + 1)] : paragraph;

    private static int Seed(int site, int number) => unchecked((number * 7919) + (site * 104_729) + 17);
}
