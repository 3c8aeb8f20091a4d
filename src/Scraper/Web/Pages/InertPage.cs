using System.Globalization;
using Scraper.Core.Blocks;
using Scraper.Core.Labelling;
using Scraper.Web.Markup;
using static Scraper.Web.Markup.Tag;

namespace Scraper.Web.Pages;

/// <summary>
/// An archived page made anew of our own elements: its boxes as they lie in one another, its blocks in their order, each
/// with its label and reason, and its pictures as their texts. Nothing of its markup passes, so nothing runs or is loaded.
/// </summary>
internal sealed class InertPage
{
    /// <summary>Boxes in one another that are drawn; deeper ones are laid flat.</summary>
    private const int Deepest = 24;

    private const int MostBlocks = 3_000;
    private const int MostPictures = 200;
    private const int LongestName = 80;

    private static readonly HashSet<string> Telling = new(StringComparer.Ordinal) { "article", "main", "aside", "figure", "nav", "footer", "header", "form", "table", "ul", "ol", "section" };

    private readonly Dictionary<HtmlElement, Queue<LabelledBlock>> _own = [];
    private readonly Dictionary<HtmlElement, int> _first = [];
    private readonly List<HtmlElement> _roots = [];
    private readonly List<LabelledBlock> _loose = [];
    private readonly string _choose;
    private int _pictures;

    private InertPage(IEnumerable<LabelledBlock> blocks, string choose)
    {
        _choose = choose;
        foreach (var block in blocks)
        {
            if (block.Block.Element is { } element)
            {
                if (!_own.TryGetValue(element, out var own))
                {
                    _own[element] = own = new Queue<LabelledBlock>();
                }

                own.Enqueue(block);
                Hold(element, block.Block.Index);
            }
            else
            {
                _loose.Add(block);
            }
        }
    }

    /// <summary>The whole page.</summary>
    /// <param name="blocks">Its blocks with their labels, as just read: with their elements.</param>
    /// <param name="choose">Path, up to the block's number, that choosing a block leads to.</param>
    public static Node Of(IReadOnlyList<LabelledBlock> blocks, string choose)
    {
        var page = new InertPage(blocks.Take(MostBlocks), choose);
        return Group(
            Group(page._roots.Select(page.Walk)),
            Group(page._loose.Select(page.Block)),
            blocks.Count > MostBlocks ? P($"{blocks.Count - MostBlocks} further blocks are not shown.") : Node.None);
    }

    /// <summary>Notes of an element and of those around it where their first block stands; blocks come in their order.</summary>
    private void Hold(HtmlElement element, int first)
    {
        var top = element;
        for (var e = element; e is not null && _first.TryAdd(e, first); e = e.Parent)
        {
            top = e;
        }

        if (top.Parent is null && !_roots.Contains(top))
        {
            _roots.Add(top);
        }
    }

    /// <summary>Walks a tree without recursion: pages nest as deep as they like.</summary>
    private Node Walk(HtmlElement root)
    {
        var open = new Stack<Frame>([new Frame(root)]);
        while (true)
        {
            var frame = open.Peek();
            if (frame.Next < frame.Element.Children.Count)
            {
                if (frame.Element.Children[frame.Next++] is not HtmlElement child)
                {
                    continue;
                }

                if (_first.TryGetValue(child, out var first))
                {
                    Flush(frame, first);
                    open.Push(new Frame(child));
                }
                else if (child.Name == "img" && _pictures < MostPictures)
                {
                    _pictures++;
                    frame.Nodes.Add(P("Picture", child.Attribute("alt") is { Length: > 0 } alt ? $": {alt}" : string.Empty).Class("picture"));
                }
                else if (_pictures < MostPictures && child.Children.Count > 0 && child.Name is not ("script" or "style" or "head"))
                {
                    open.Push(new Frame(child));
                }

                continue;
            }

            Flush(frame, int.MaxValue);
            open.Pop();
            if (open.Count == 0)
            {
                return Group(frame.Nodes);
            }

            var parent = open.Peek();
            if (frame.Nodes.Count > 1 && open.Count <= Deepest && (Telling.Contains(frame.Element.Name) || frame.Element.Id is not null || frame.Element.Class is not null))
            {
                parent.Nodes.Add(Div("box", [Span("name", Name(frame.Element)), .. frame.Nodes]));
            }
            else
            {
                parent.Nodes.AddRange(frame.Nodes);
            }
        }
    }

    /// <summary>An element's own blocks stand before, between and after those of the elements in it.</summary>
    private void Flush(Frame frame, int before)
    {
        if (_own.TryGetValue(frame.Element, out var own))
        {
            while (own.TryPeek(out var block) && block.Block.Index < before)
            {
                frame.Nodes.Add(Block(own.Dequeue()));
            }
        }
    }

    private Element Block(LabelledBlock block)
    {
        var (label, reason, number) = (Names.Of(block.Verdict.Label), block.Verdict.Reason, block.Block.Index.ToString(CultureInfo.InvariantCulture));
        return Div(
            $"block {(block.Verdict.IsText ? "kept" : "stripped")}",
            E(
                "a",
                Span("label", label),
                Span("reason", $" {Names.Of(reason.Kind)}: {reason.Detail} ({reason.Confidence.ToString("P0", CultureInfo.InvariantCulture)})")).Class("tag").With("href", _choose + number).With("target", "_top"),
            P(block.Block.Text).With("dir", "auto").Class(block.Block.Kind == BlockKind.Heading ? "heading" : null))
            .With("data-label", label).With("data-block", number).With("id", "b" + number);
    }

    private static string Name(HtmlElement element)
    {
        var name = element.Name + (element.Id is { Length: > 0 } id ? "#" + id : string.Empty)
            + string.Concat((element.Class ?? string.Empty).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Take(4).Select(c => "." + c));
        return name.Length <= LongestName ? name : name[..LongestName] + "…";
    }

    private sealed class Frame(HtmlElement element)
    {
        public HtmlElement Element { get; } = element;

        public int Next { get; set; }

        public List<Node> Nodes { get; } = [];
    }
}
