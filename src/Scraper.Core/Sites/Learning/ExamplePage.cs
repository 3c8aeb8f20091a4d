using Scraper.Core.Articles;
using Scraper.Core.Blocks;
using Scraper.Core.Labelling;

namespace Scraper.Core.Sites.Learning;

/// <summary>A page from which a rule is learnt: its blocks, what each is for, and the selectors that find them.</summary>
public sealed class ExamplePage
{
    private const int MostBlocks = 3_000;
    private const int FarthestAncestor = 64;

    /// <summary>A wanted text of so many UTF-16 code units is the whole text, not a passage that points at it.</summary>
    private const int LongPassage = 600;

    private readonly Dictionary<string, List<int>> _inside;
    private readonly Dictionary<string, HashSet<HtmlElement>> _elements;

    private ExamplePage(ExamplePage page, bool[] isText) =>
        (Tree, Article, Blocks, IsCertain, IsText, _inside, _elements) = (page.Tree, page.Article, page.Blocks, page.IsCertain, isText, page._inside, page._elements);

    private ExamplePage(HtmlTree tree, Article article, IReadOnlyList<LabelledBlock> blocks, bool[] isText, bool isCertain)
    {
        IsCertain = isCertain;
        Tree = tree;
        Article = article;
        Blocks = blocks;
        IsText = isText;
        _inside = new(StringComparer.Ordinal);
        _elements = new(StringComparer.Ordinal);
        foreach (var (block, _) in blocks)
        {
            var element = block.Element;
            for (var i = 0; element is not null && i < FarthestAncestor; element = element.Parent, i++)
            {
                foreach (var name in ElementNames.Of(element))
                {
                    if (!_inside.TryGetValue(name, out var inside))
                    {
                        _inside[name] = inside = [];
                        _elements[name] = [];
                    }

                    if (inside is [] || inside[^1] != block.Index)
                    {
                        inside.Add(block.Index);
                    }

                    _elements[name].Add(element);
                }
            }
        }
    }

    /// <summary>The page's tree.</summary>
    public HtmlTree Tree { get; }

    /// <summary>What is known of the article: its title, authors and date are what selectors are sought for.</summary>
    public Article Article { get; }

    /// <summary>Whether its text was given, not guessed.</summary>
    internal bool IsCertain { get; }

    /// <summary>The blocks, with what each was taken for.</summary>
    public IReadOnlyList<LabelledBlock> Blocks { get; }

    /// <summary>Of each block whether it is the article's text.</summary>
    internal bool[] IsText { get; }

    /// <summary>All selectors that hit something.</summary>
    internal IEnumerable<string> Names => _inside.Keys;

    /// <summary>UTF-16 code units of the text.</summary>
    internal long TextLength => Blocks.Where(b => IsText[b.Block.Index]).Sum(b => (long)b.Block.Text.Length);

    /// <summary>Prepares a page.</summary>
    /// <param name="html">Its source.</param>
    /// <param name="article">What was read from it without a rule, with its blocks; or what is known of it.</param>
    /// <param name="wanted">Its text, or a passage of it; <see langword="null"/> to believe the article's labels.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    public static ExamplePage Of(string html, Article article, string? wanted, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(article);
        var tree = HtmlTree.Parse(html, HtmlLimits.Default, cancellationToken);
        var document = HtmlBlockReader.Read(tree, cancellationToken);
        var blocks = document.Blocks.Take(MostBlocks)
            .Select(b => new LabelledBlock(b, b.Index < article.Blocks.Count && article.Blocks[b.Index].Block.Text == b.Text ? article.Blocks[b.Index].Verdict : new Verdict(Label.Other, new Reason(ReasonKind.Position, "unknown", 0))))
            .ToList();
        var isText = blocks.Select(b => b.Verdict.IsText && b.Block.Kind != BlockKind.Embed).ToArray();
        var isWhole = false;
        if (wanted is not null)
        {
            // What the page holds only in its data has no place that a selector could name.
            var found = WantedText.Find([.. blocks.Select(b => b.Block)], wanted).Select((f, i) => f && i < (document.Outline?.FirstDataBlock ?? int.MaxValue)).ToArray();
            var length = blocks.Where(b => found[b.Block.Index]).Sum(b => b.Block.Text.Length);
            isWhole = wanted.Length >= LongPassage;
            isText = isWhole && length * 2 < wanted.Length ? new bool[isText.Length] : [.. isText.Select((t, i) => found[i] || (t && !isWhole))];
        }

        return new ExamplePage(tree, article, blocks, isText, isWhole);
    }

    /// <summary>The same page where other blocks are the text.</summary>
    internal ExamplePage WithText(bool[] isText) => new(this, isText);

    /// <summary>The blocks inside what a selector hits, in order.</summary>
    internal IReadOnlyList<int> Inside(string name) => _inside.TryGetValue(name, out var inside) ? inside
        : name.Contains(", ", StringComparison.Ordinal) ? [.. name.Split(", ").SelectMany(Inside).Distinct().Order()] : [];

    /// <summary>The elements that a selector hits and that hold blocks.</summary>
    internal IReadOnlyCollection<HtmlElement> Elements(string name) => _elements.TryGetValue(name, out var elements) ? elements
        : name.Contains(", ", StringComparison.Ordinal) ? [.. name.Split(", ").SelectMany(Elements)] : [];

    /// <summary>UTF-16 code units of a block.</summary>
    internal long Length(int block) => Blocks[block].Block.Text.Length;
}
