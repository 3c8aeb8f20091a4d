using System.Buffers;
using System.Runtime.InteropServices;
using Scraper.Core.Blocks;
using Scraper.Core.Blocks.Parsing;

namespace Scraper.Core.Labelling;

/// <summary>A page made ready for features: text shapes, facts of containers, and running sums over blocks.</summary>
internal sealed class PageView : IDisposable
{
    private readonly Block[] _blocks;
    private readonly List<BlockContainer> _containers;
    private readonly BlockOrigin[] _origins;
    private readonly int[] _larger;

    /// <param name="document">The page.</param>
    /// <param name="odds">What is known of tokens.</param>
    /// <param name="areUnknown">Takes the page's language for an unknown one, whatever it is.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    public PageView(BlockDocument document, ITokenOdds odds, bool areUnknown = false, CancellationToken cancellationToken = default)
    {
        Document = document;
        Outline = document.Outline ?? throw new ArgumentException("a plain text has no outline", nameof(document));
        Signals = PageSignals.Of(Outline);
        _blocks = [.. document.Blocks];
        _containers = Outline.Containers;
        _origins = [.. Outline.Origins];
        Elements = new ElementOdds(odds, Outline.Values);
        var n = document.Blocks.Count;
        Shapes = new TextShape[n];
        Text = new int[n + 1];
        Link = new int[n + 1];
        Good = new int[n + 1];
        GoodBlocks = new int[n + 1];
        Headings = new int[n + 1];
        Items = new int[n + 1];
        Words = new PageWords(odds, document.Words);
        for (var i = 0; i < n; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var block = _blocks[i];
            var links = _origins[i].LinkLength;
            var shape = block.Kind == BlockKind.Embed ? new TextShape { FirstWord = Words.Count } : TextShape.Of(block.Text, Words.Hashes);
            Words.Number();
            Shapes[i] = shape;
            var length = block.Kind == BlockKind.Embed ? 0 : shape.Letters + shape.Digits + 1;
            var isGood = IsProse(block, shape, links);
            Text[i + 1] = Text[i] + length;
            Link[i + 1] = Link[i] + Math.Min(links, length);
            Good[i + 1] = Good[i] + (isGood ? length : 0);
            GoodBlocks[i + 1] = GoodBlocks[i] + (isGood ? 1 : 0);
            Headings[i + 1] = Headings[i] + (block.Kind == BlockKind.Heading ? 1 : 0);
            Items[i + 1] = Items[i] + (block.Kind == BlockKind.ListItem ? 1 : 0);
        }

        Odds = Words.Rate(areUnknown);
        for (var i = 0; i < n; i++)
        {
            Shapes[i].StopWords += Words.StopsOf(RunOf(i));
        }

        foreach (var token in Signals.TypeTokens)
        {
            Elements.Tell(token);
        }

        Facts = ReadContainers(cancellationToken);
        Main = FindMain();
        _larger = ReadLarger();
    }

    public BlockDocument Document { get; }

    public BlockOutline Outline { get; }

    /// <summary>The odds of the page's words.</summary>
    public ITokenOdds Odds { get; }

    /// <summary>The odds of what the page's elements are called.</summary>
    public ElementOdds Elements { get; }

    public ReadOnlySpan<Block> Blocks => _blocks;

    /// <summary>Where each block comes from.</summary>
    public ReadOnlySpan<BlockOrigin> Origins => _origins;

    public PageSignals Signals { get; }

    public TextShape[] Shapes { get; }

    /// <summary>The words of all blocks; a block's begin at its shape's <see cref="TextShape.FirstWord"/>.</summary>
    public PageWords Words { get; }

    /// <summary>What is known of each container that holds blocks; rented, and longer than there are containers.</summary>
    public ContainerFacts[] Facts { get; private set; }

    /// <summary>All tokens of the page's containers and of what its data calls it.</summary>
    public ReadOnlySpan<uint> Tokens => Elements.Told;

    /// <summary>Members of each group of alike siblings.</summary>
    public int[] GroupSize { get; private set; } = [];

    public int[] GroupText { get; private set; } = [];

    public int[] GroupGood { get; private set; } = [];

    public int[] GroupLink { get; private set; } = [];

    // Sums over the blocks before each index.
    public int[] Text { get; }

    public int[] Link { get; }

    public int[] Good { get; }

    public int[] GoodBlocks { get; }

    public int[] Headings { get; }

    public int[] Items { get; }

    /// <summary>Index of the deepest container that holds at least half of the page's prose.</summary>
    public int Main { get; }

    public ReadOnlySpan<BlockContainer> Containers => CollectionsMarshal.AsSpan(_containers);

    public int Count => Shapes.Length;

    /// <summary>Hashes of a block's words.</summary>
    public ReadOnlySpan<uint> WordsOf(int block) => Words.HashesOf(RunOf(block));

    /// <summary>Numbers of a block's words.</summary>
    public ReadOnlySpan<int> WordNumbersOf(int block) => Words.NumbersOf(RunOf(block));

    /// <summary>Sum over a container's blocks.</summary>
    public int Sum(int[] running, int container)
    {
        ref readonly var c = ref Containers[container];
        return running[c.EndBlock] - running[c.FirstBlock];
    }

    /// <summary>The nearest container around one that holds more text; the outermost where none does.</summary>
    public int Larger(int container) => _larger[container];

    /// <summary>Share of a container's text that stands in links.</summary>
    public float LinkDensity(int container) => (float)Sum(Link, container) / Math.Max(1, Sum(Text, container));

    public void Dispose()
    {
        Words.Dispose();
        Elements.Dispose();
        ArrayPool<ContainerFacts>.Shared.Return(Facts);
        Facts = [];
    }

    private Range RunOf(int block) => Shapes[block].FirstWord..(block + 1 < Shapes.Length ? Shapes[block + 1].FirstWord : Words.Count);

    private static bool IsProse(Block block, in TextShape shape, int links) =>
        block.Kind is BlockKind.Paragraph or BlockKind.Quote or BlockKind.ListItem
        && shape.ReadWords >= 10 && links * 3 < block.Text.Length
        && (shape.Sentences > 0 || shape.ReadWords >= 25);

    private ContainerFacts[] ReadContainers(CancellationToken cancellationToken)
    {
        var containers = Containers;
        var facts = ArrayPool<ContainerFacts>.Shared.Rent(containers.Length);
        using var groups = new SiblingGroups();
        for (var i = 0; i < containers.Length; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            ref readonly var c = ref containers[i];
            if (c.EndBlock <= c.FirstBlock)
            {
                // Nothing in it, so nobody asks for what the rented cell holds; its children are as empty.
                continue;
            }

            ref var f = ref facts[i];
            f = c.Parent < 0 ? new ContainerFacts { Article = -1, Main = -1 } : facts[c.Parent];
            f.Enter(c.Element, Elements, isTold: true);
            f.Article = c.Element.Tag.Id == TagId.Article ? i : f.Article;
            f.Main = c.Element.Tag.Id == TagId.Main || (f.Flags & ElementFlags.Main) != 0 && (c.Parent < 0 || (facts[c.Parent].Flags & ElementFlags.Main) == 0) ? i : f.Main;
            f.Signature = Elements.Signature(c.Element);
            (f.Group, f.PlaceInGroup) = groups.Add(c.Parent, f.Signature);
        }

        GroupSize = groups.Sizes();
        GroupText = new int[GroupSize.Length];
        GroupGood = new int[GroupSize.Length];
        GroupLink = new int[GroupSize.Length];
        for (var i = 0; i < containers.Length; i++)
        {
            if (containers[i].EndBlock > containers[i].FirstBlock)
            {
                GroupText[facts[i].Group] += Sum(Text, i);
                GroupGood[facts[i].Group] += Sum(Good, i);
                GroupLink[facts[i].Group] += Sum(Link, i);
            }
        }

        return facts;
    }

    private int[] ReadLarger()
    {
        var containers = Containers;
        var larger = new int[containers.Length];
        for (var i = 1; i < larger.Length; i++)
        {
            var up = containers[i].Parent;
            larger[i] = up > 0 && Sum(Text, up) == Sum(Text, i) ? larger[up] : Math.Max(up, 0);
        }

        return larger;
    }

    private int FindMain()
    {
        var total = Good[^1];
        var main = 0;
        var containers = Containers;
        for (var i = 1; total > 0 && i < containers.Length; i++)
        {
            // A parent stands before its children, and only one child can hold more than half.
            if (containers[i].Parent == main && Sum(Good, i) * 2 >= total && Sum(Good, i) > 0)
            {
                main = i;
            }
        }

        return main;
    }
}
