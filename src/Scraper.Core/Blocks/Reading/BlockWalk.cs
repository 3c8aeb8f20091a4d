using System.Runtime.InteropServices;

namespace Scraper.Core.Blocks;

/// <summary>One walk over a tree that cuts its text into blocks. It keeps its own stack: depth is the page's to choose.</summary>
internal sealed partial class BlockWalk(AttributeValues values, int elements, bool readsNoScript, CancellationToken cancellationToken)
{
    /// <summary>Blocks read of a page; the rest is left.</summary>
    private const int MostBlocks = 50_000;

    private readonly BlockText _text = new();
    private readonly TableGrid _grid = new();
    private readonly ClassSigns?[] _signs = new ClassSigns?[values.Count];
    private WalkFrame[] _frames = new WalkFrame[64];
    private int _depth;
    private HtmlElement? _holder;
    private int _holderDepth;
    private int _lowest;
    private int _steps;
    private int _media;
    private int _controls;

    /// <summary>Depth of what holds an element that was searched for a formula in vain.</summary>
    private int _searched = int.MaxValue;

    private bool _afterInline;
    private Block? _dropCap;

    public List<Block> Blocks { get; } = new(128);

    public BlockOutline Outline { get; } = new(elements) { Values = values };

    public bool HasNoScript { get; private set; }

    /// <summary>Whether so many blocks were read that the rest was left.</summary>
    public bool IsFull => Blocks.Count >= MostBlocks;

    /// <summary>UTF-16 code units of all blocks.</summary>
    public int TextLength { get; private set; }

    public void Run(HtmlElement root)
    {
        Outline.Containers.Add(new BlockContainer(root, -1, 0, 0));
        Walk(root, 0);
    }

    /// <summary>Adds the blocks of a part that stands in no container of the page but the document.</summary>
    public void Append(string html)
    {
        var part = Part(html);
        Outline.Containers.Add(new BlockContainer(part, 0, 1, Blocks.Count) { Media = _media, Controls = _controls });
        Walk(part, Outline.Containers.Count - 1);
        CollectionsMarshal.AsSpan(Outline.Containers)[0].EndBlock = Blocks.Count;
    }

    private HtmlElement Part(string html)
    {
        var part = HtmlTree.ParsePart(html, Outline.Values, cancellationToken);
        Outline.Values = part.Values;
        return part.Root;
    }

    private void Walk(HtmlElement root, int container)
    {
        Push(new WalkFrame(root, TagRole.Container) { Kind = BlockKind.Paragraph, Container = container });
        while (_depth > 0)
        {
            if ((++_steps & 1023) == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
            }

            ref var top = ref _frames[_depth - 1];
            var children = top.Element.ChildSpan;
            if (top.Next >= children.Length || IsFull)
            {
                Leave();
                continue;
            }

            switch (children[top.Next++])
            {
                case HtmlText text:
                    Add(text.Text.Span);
                    break;
                case HtmlElement element:
                    Enter(element);
                    break;
                default:
                    break;
            }
        }

        if (_dropCap is { } initial)
        {
            Emit(initial with { Index = Blocks.Count }, 0, 0);
        }
    }

    private void Add(ReadOnlySpan<char> run)
    {
        ref var top = ref _frames[_depth - 1];
        if ((top.IsInTable && top.Role is TagRole.Row) || (top.Kind == BlockKind.Code && IsBetweenLines(top) && run.IsWhiteSpace()))
        {
            return;
        }

        var wasEmpty = _text.IsEmpty;
        if (top.Kind == BlockKind.Code ? _text.AddPreformatted(run) : _text.Add(run))
        {
            if (wasEmpty || _lowest < _holderDepth)
            {
                _holderDepth = wasEmpty ? _depth : _lowest;
                _holder = _frames[_holderDepth - 1].Element;
            }

            _lowest = _depth;
            _afterInline = false;
        }
    }

    private void Push(WalkFrame frame)
    {
        if (_depth == _frames.Length)
        {
            Array.Resize(ref _frames, _depth * 2);
        }

        _frames[_depth++] = frame;
    }

    private void Leave()
    {
        var frame = _frames[_depth - 1];
        _searched = _depth - 1 <= _searched ? int.MaxValue : _searched;
        if (frame.Role == TagRole.Inline)
        {
            LeaveInline(frame);
            return;
        }

        if (frame.OpensInline)
        {
            _text.Close();
        }

        if (frame.IsInTable && frame.Role != TagRole.Table)
        {
            // Cells and rows part themselves; whatever else ends in a cell parts words.
            if (frame.Role is not (TagRole.Row or TagRole.Cell))
            {
                _text.Space();
            }
        }
        else if (frame.Kind == BlockKind.Code && !ReferenceEquals(Outline.Containers[frame.Container].Element, frame.Element))
        {
            PartLines(frame);
        }
        else
        {
            Flush();
            Close(frame);
        }

        _depth--;
        _lowest = Math.Min(_lowest, _depth);
    }

    private void LeaveInline(in WalkFrame frame)
    {
        if (frame.OpensInline)
        {
            _text.Close();
        }

        if (frame.IsProse && DropCap.Is(_text.Written, frame.Element) && !DropCap.IsWord(_text.Written))
        {
            _text.Glue();
        }

        if (frame.Kind == BlockKind.Code && ListingMarkup.IsLine(frame.Element))
        {
            _text.Line();
        }

        _depth--;
        _lowest = Math.Min(_lowest, _depth);
        _afterInline = true;
    }

    private void Close(in WalkFrame frame)
    {
        var containers = CollectionsMarshal.AsSpan(Outline.Containers);
        ref var container = ref containers[frame.Container];
        if (!ReferenceEquals(container.Element, frame.Element))
        {
            return;
        }

        if (frame.IsPost && EmbedLink.OfPost(frame.Element) is { } link)
        {
            AddEmbed(link, frame.Element);
        }

        FoldMenu(frame);
        container.EndBlock = Blocks.Count;
        container.Media = _media - container.Media;
        container.Controls = _controls - container.Controls;
    }

    private void Break()
    {
        ref var top = ref _frames[_depth - 1];
        if (top.Kind == BlockKind.Code)
        {
            _text.AddPreformatted("\n");
        }
        else if (top.IsInTable || top.Kind == BlockKind.Heading)
        {
            _text.Space();
        }
        else if (_text.EndsInBreak)
        {
            Flush();
        }
        else
        {
            _text.Break();
        }
    }
}
