using System.Text.RegularExpressions;
using Scraper.Core.Articles;
using Scraper.Core.Blocks;
using Scraper.Core.Labelling;

namespace Scraper.Core.Verdicts;

/// <summary>What a verdict goes by. The counts of words are taken when they are first asked for.</summary>
/// <param name="Article">The page as it was read, with its labelled blocks.</param>
/// <param name="Tree">The page's tree.</param>
/// <param name="Sheet">The sheet that its blocks were labelled on, for their words.</param>
/// <param name="Rule">What the site's rule did, or <see langword="null"/>.</param>
/// <param name="Assessment">What the generic labeller thinks, or <see langword="null"/>.</param>
/// <param name="Status">HTTP status that it came with; <see langword="null"/> where unknown.</param>
/// <param name="LiveBlogs">What the site's rule says of running reports.</param>
internal sealed partial record VerdictEvidence(Article Article, HtmlTree Tree, LabelSheet Sheet, SiteRuleReport? Rule, GenericAssessment? Assessment, int? Status, bool? LiveBlogs)
{
    /// <summary>Longest block, in words, that a phrase is looked for in.</summary>
    private const int LongestLine = 60;

    /// <summary>Headings that are taken for a title, at most.</summary>
    private const int MostHeadings = 4;

    /// <summary>Parts of a path that are looked at, at most.</summary>
    private const int MostPathParts = 16;

    private static readonly string[] Separators = [" | ", " - ", " – ", " — ", " :: ", " » ", " · ", " • "];

    private PhraseSearch<Phrase>? _search;
    private int? _bodyWords;
    private IReadOnlyList<(LabelledBlock Block, WordRun Words)>? _blocks;
    private IReadOnlyList<WordRun>? _titles;

    /// <summary>The address that another one led to; <see langword="null"/> where the page stands at the address that was asked for.</summary>
    public Uri? LedTo { get; init; }

    /// <summary>Whether the page asks for a password.</summary>
    public bool AsksForPassword => Tree.Root.Descendants().Any(e => e.Name == "input" && "password".Equals(e.Attribute("type")?.Trim(), StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether it names neither a date nor an author, as articles do.</summary>
    public bool IsUnsigned => Article is { PublishedAt: null, Authors.Count: 0 };

    /// <summary>Words of the text that was taken for the article.</summary>
    public int BodyWords => _bodyWords ??= CountBody();

    /// <summary>Words of all blocks.</summary>
    public int PageWords => Blocks.Sum(b => b.Words.Length);

    /// <summary>The words of each block short enough for a phrase.</summary>
    public IEnumerable<WordRun> Lines => Blocks.Select(b => b.Words).Where(w => w.Count is > 0 and <= LongestLine);

    /// <summary>The words of what the page calls itself: its title, whole and in parts, and its first-level headings.</summary>
    public IReadOnlyList<WordRun> Titles => _titles ??= [.. TitlesOf(Article, Tree).Select(t => Sheet.Words.Read(t)).Where(w => w.Count > 0)];

    /// <summary>Blocks that are a time of day or a date alone, as running reports have above each entry.</summary>
    public int TimeLines => Article.Blocks.Count(b => b.Verdict.Label == Label.Date || ClockLine.IsMatch(b.Block.Text));

    /// <summary>Words of the blocks that speak of consent, by their label or by a phrase.</summary>
    public int ConsentWords() => Blocks
        .Where(b => b.Block.Verdict.Label == Label.Consent || Find(VerdictPlace.Line, PageVerdictKind.ConsentWall, [b.Words]) is not null)
        .Sum(b => b.Words.Length);

    /// <summary>The phrase of a kind that stands in the page's titles or lines, as written; <see langword="null"/> where none does.</summary>
    public string? Find(VerdictPlace place, PageVerdictKind kind) => Find(place, kind, place switch
    {
        VerdictPlace.Title => Titles,
        VerdictPlace.Line => Lines,
        _ => PathOf(LedTo).Select(part => Sheet.Words.Read(part)).Where(w => w.Count > 0),
    });

    private string? Find(VerdictPlace place, PageVerdictKind kind, IEnumerable<WordRun> texts)
    {
        _search ??= VerdictPhrases.Shipped.On(Sheet.Words);
        return texts.Select(words => _search.Match(VerdictPhrases.Kind(place, kind), words)?.Source).FirstOrDefault(s => s is not null);
    }

    private IReadOnlyList<(LabelledBlock Block, WordRun Words)> Blocks => _blocks ??= [.. Article.Blocks.Select(b => (b, WordsOf(b)))];

    private int CountBody()
    {
        int words = 0, spaceless = 0;
        foreach (var block in Article.Blocks)
        {
            if (block.Verdict.IsText && block.Block.Kind != BlockKind.Embed)
            {
                var run = WordsOf(block);
                words += run.Count;
                spaceless += run.Spaceless;
            }
        }

        return WordRun.Measure(words, spaceless);
    }

    private WordRun WordsOf(LabelledBlock block) => Sheet.WordsWithoutColons(block.Block);

    private static IEnumerable<string> PathOf(Uri? url) => url is null ? [] : url.AbsolutePath
        .Split('/', StringSplitOptions.RemoveEmptyEntries)
        .Take(MostPathParts)
        .Select(part => Ending().Replace(Uri.UnescapeDataString(part), string.Empty).Replace('-', ' ').Replace('_', ' '));

    private static IEnumerable<string> TitlesOf(Article article, HtmlTree tree)
    {
        var title = tree.Root.Descendants().FirstOrDefault(e => e.Name == "title")?.TextContent() ?? string.Empty;
        return article.Blocks.Where(b => b.Block is { Kind: BlockKind.Heading, Level: 1 }).Take(MostHeadings).Select(b => b.Block.Text)
            .Prepend(title).Append(article.Title)
            .SelectMany(t => t.Split(Separators, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Prepend(t));
    }

    [GeneratedRegex("\\.[A-Za-z]{2,5}$", RegexOptions.NonBacktracking)]
    private static partial Regex Ending();
}
