using Scraper.Core.Articles;
using Scraper.Core.Blocks;
using Scraper.Core.Labelling;

namespace Scraper.Core.Verdicts;

/// <summary>What a verdict goes by. The counts of words are taken when they are first asked for.</summary>
/// <param name="Article">The page as it was read, with its labelled blocks.</param>
/// <param name="Tree">The page's tree.</param>
/// <param name="Rule">What the site's rule did, or <see langword="null"/>.</param>
/// <param name="Assessment">What the generic labeller thinks, or <see langword="null"/>.</param>
/// <param name="Status">HTTP status that it came with; <see langword="null"/> where unknown.</param>
/// <param name="LiveBlogs">What the site's rule says of running reports.</param>
internal sealed record VerdictEvidence(Article Article, HtmlTree Tree, SiteRuleReport? Rule, GenericAssessment? Assessment, int? Status, bool? LiveBlogs)
{
    /// <summary>Longest block, in words, that a phrase is looked for in.</summary>
    private const int LongestLine = 60;

    /// <summary>Headings that are taken for a title, at most.</summary>
    private const int MostHeadings = 4;

    private static readonly string[] Separators = [" | ", " - ", " – ", " — ", " :: ", " » ", " · ", " • "];

    private readonly Lazy<int> _bodyWords = new(() => Measure(Article.Text));
    private readonly Lazy<IReadOnlyList<(LabelledBlock Block, IReadOnlyList<string> Words)>> _blocks =
        new(() => [.. Article.Blocks.Select(b => (b, Words.Of(b.Block.Text)))]);

    private readonly Lazy<IReadOnlyList<IReadOnlyList<string>>> _titles = new(() => [.. TitlesOf(Article, Tree).Select(Words.Of).Where(w => w.Count > 0)]);

    /// <summary>Words of the text that was taken for the article.</summary>
    public int BodyWords => _bodyWords.Value;

    /// <summary>Words of all blocks.</summary>
    public int PageWords => _blocks.Value.Sum(b => Words.Measure(b.Words));

    /// <summary>The words of each block short enough for a phrase.</summary>
    public IEnumerable<IReadOnlyList<string>> Lines => _blocks.Value.Select(b => b.Words).Where(w => w.Count is > 0 and <= LongestLine);

    /// <summary>The words of what the page calls itself: its title, whole and in parts, and its first-level headings.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Titles => _titles.Value;

    /// <summary>Blocks that are a time of day or a date alone, as running reports have above each entry.</summary>
    public int TimeLines => Article.Blocks.Count(b => b.Verdict.Label == Label.Date || ClockLine.IsMatch(b.Block.Text));

    /// <summary>Words of the blocks that speak of consent, by their label or by a phrase.</summary>
    public int ConsentWords(VerdictPhrases phrases) => _blocks.Value
        .Where(b => b.Block.Verdict.Label == Label.Consent || phrases.Find(VerdictPlace.Line, PageVerdictKind.ConsentWall, [b.Words]) is not null)
        .Sum(b => Words.Measure(b.Words));

    private static IEnumerable<string> TitlesOf(Article article, HtmlTree tree)
    {
        var title = tree.Root.Descendants().FirstOrDefault(e => e.Name == "title")?.TextContent() ?? string.Empty;
        return article.Blocks.Where(b => b.Block is { Kind: BlockKind.Heading, Level: 1 }).Take(MostHeadings).Select(b => b.Block.Text)
            .Prepend(title).Append(article.Title)
            .SelectMany(t => t.Split(Separators, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Prepend(t));
    }

    private static int Measure(string text) => Words.Measure(Words.Of(text));
}
