using System.Runtime.InteropServices;

namespace Scraper.Core.Blocks;

/// <summary>One walk over a tree that cuts its text into blocks. It keeps its own stack: depth is the page's to choose.</summary>
internal sealed class BlockWalk(bool readsNoScript, CancellationToken cancellationToken)
{
    /// <summary>A longer text (UTF-16 code units) is no heading: its end tag was forgotten.</summary>
    private const int LongestHeading = 320;

    /// <summary>Blocks read of a page; the rest is left.</summary>
    private const int MostBlocks = 50_000;

    private readonly BlockText _text = new();
    private WalkFrame[] _frames = new WalkFrame[64];
    private int _depth;
    private HtmlElement? _holder;
    private int _holderDepth;
    private int _lowest;
    private int _steps;
    private int _media;
    private int _controls;
    private bool _afterInline;
    private Block? _dropCap;

    public List<Block> Blocks { get; } = [];

    public BlockOutline Outline { get; } = new();

    public bool HasNoScript { get; private set; }

    /// <summary>UTF-16 code units of all blocks.</summary>
    public int TextLength { get; private set; }

    public void Run(HtmlElement root)
    {
        Outline.Containers.Add(new BlockContainer(root, -1, 0, 0));
        Walk(root, 0);
    }

    /// <summary>Adds the blocks of a part that stands in no container of the page but the document.</summary>
    public void Append(HtmlElement part)
    {
        Outline.Containers.Add(new BlockContainer(part, 0, 1, Blocks.Count) { Media = _media, Controls = _controls });
        Walk(part, Outline.Containers.Count - 1);
        CollectionsMarshal.AsSpan(Outline.Containers)[0].EndBlock = Blocks.Count;
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
            if (top.Next >= children.Length || Blocks.Count >= MostBlocks)
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
        if (top.Role is TagRole.Row && top.IsInTable)
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

    private void Enter(HtmlElement element)
    {
        ref var top = ref _frames[_depth - 1];
        var role = TagRoles.Of(element.Name);
        if (role is TagRole.Unknown or TagRole.Control)
        {
            _controls += role == TagRole.Control ? 1 : 0;
            role = top.IsProse || top.IsInTable || element.Name.Contains(':', StringComparison.Ordinal) ? TagRole.Inline : TagRole.Container;
        }

        switch (role)
        {
            case TagRole.Skip:
                Note(element);
                return;
            case TagRole.Inline:
                EnterInline(element);
                return;
            case TagRole.Break:
                Break();
                return;
            case TagRole.Embed:
                _media++;
                Flush();
                AddEmbed(EmbedLink.OfFrame(element), element);
                return;
            case TagRole.Template when element.Attributes.Find("shadowrootmode") is null:
                return;
            case TagRole.NoScript when !readsNoScript:
                HasNoScript = true;
                return;
            case TagRole.NoScript:
                EnterBlock(HtmlTree.ParsePart(element.TextContent(), cancellationToken).Root, TagRole.Container);
                return;
            default:
                EnterBlock(element, role);
                return;
        }
    }

    private void EnterInline(HtmlElement element)
    {
        if (HiddenMarkup.Hides(element) || HiddenMarkup.IsForScreenReaders(element))
        {
            return;
        }

        ref var top = ref _frames[_depth - 1];
        if (_afterInline && !top.IsProse)
        {
            _text.Space();
        }

        InlineKind? kind = element.Name switch
        {
            "a" when element.Attributes.Find("href") is not null => InlineKind.Link,
            "strong" or "b" => InlineKind.Strong,
            "em" or "i" => InlineKind.Emphasis,
            "code" or "kbd" or "samp" or "tt" => InlineKind.Code,
            _ => null,
        };
        if (kind is { } opened)
        {
            _text.Open(opened, element);
        }

        var frame = top;
        Push(frame with { Element = element, Role = TagRole.Inline, Next = 0, OpensInline = kind is not null, IsPost = false });
    }

    private void EnterBlock(HtmlElement element, TagRole role)
    {
        ref var top = ref _frames[_depth - 1];
        var frame = top with { Element = element, Role = role, Next = 0, OpensInline = false, IsPost = false, HasCell = false };
        if (top.IsInTable)
        {
            EnterInTable(ref frame, ref top);
        }
        else
        {
            Flush();
            frame.IsProse = role is TagRole.Paragraph or TagRole.Heading or TagRole.Caption or TagRole.Preformatted;
            Place(ref frame);
        }

        Push(frame);
    }

    private void EnterInTable(ref WalkFrame frame, ref WalkFrame top)
    {
        switch (frame.Role)
        {
            case TagRole.Row:
                _text.Row();
                break;
            case TagRole.Cell:
                _text.Cell(!top.HasCell);
                top.HasCell = true;
                break;
            case TagRole.Caption when _text.IsEmpty:
                frame.IsInTable = false;
                frame.IsProse = true;
                frame.Kind = BlockKind.Caption;
                break;
            default:
                _text.Space();
                break;
        }
    }

    /// <summary>Sets what a block of text in the frame will be, from its role and what it stands in.</summary>
    private void Place(ref WalkFrame frame)
    {
        var isCaption = frame.Kind == BlockKind.Caption;
        switch (frame.Role)
        {
            case TagRole.Heading when !isCaption:
                frame.Kind = BlockKind.Heading;
                frame.Level = (byte)(frame.Element.Name[1] - '0');
                break;
            case TagRole.List:
                frame.ListDepth = (byte)Math.Min(frame.ListDepth + 1, byte.MaxValue);
                break;
            case TagRole.ListItem when !isCaption:
                frame.Kind = BlockKind.ListItem;
                frame.Level = Math.Max(frame.ListDepth, (byte)1);
                break;
            case TagRole.Caption:
                frame.Kind = BlockKind.Caption;
                frame.Level = 0;
                break;
            case TagRole.Quote:
                frame.Kind = BlockKind.Quote;
                frame.Level = 0;
                frame.IsPost = EmbedLink.IsPost(frame.Element);
                break;
            case TagRole.Preformatted:
                frame.Kind = BlockKind.Code;
                frame.Level = 0;
                break;
            case TagRole.Cell:
                frame.Kind = BlockKind.Paragraph;
                frame.Level = 0;
                break;
            case TagRole.Table when DataTable.Is(frame.Element):
                frame.Kind = BlockKind.Table;
                frame.Level = 0;
                frame.IsInTable = true;
                break;
            default:
                break;
        }

        frame.Container = Outline.Containers.Count;
        var around = _frames[_depth - 1].Container;
        Outline.Containers.Add(new BlockContainer(frame.Element, around, Outline.Containers[around].Depth + 1, Blocks.Count) { Media = _media, Controls = _controls });
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
        if (frame.Role == TagRole.Inline)
        {
            LeaveInline(frame);
            return;
        }

        if (frame.IsInTable && frame.Role != TagRole.Table)
        {
            // Cells and rows part themselves; whatever else ends in a cell parts words.
            if (frame.Role is not (TagRole.Row or TagRole.Cell))
            {
                _text.Space();
            }
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

        if (frame.IsProse && DropCap.Is(_text.Written, frame.Element))
        {
            _text.Glue();
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

    private void Note(HtmlElement element)
    {
        switch (element.Name)
        {
            case "img":
                _media++;
                break;
            case "input" or "textarea" or "select":
                _controls++;
                break;
            case "head":
                NoteHead(element);
                break;
            case "meta":
                Outline.Metas.Add(element);
                break;
            case "script" when element.Attributes.Find("type") is { } type && type.Span.Contains("json", StringComparison.OrdinalIgnoreCase):
                Outline.Data.Add(element);
                break;
            case "link" when Outline.Canonical is null && element.Attributes.Find("rel") is { } rel && rel.Span.Equals("canonical", StringComparison.OrdinalIgnoreCase):
                Outline.Canonical = element.Attribute("href");
                break;
            case "title":
                Outline.Title ??= element;
                break;
            default:
                break;
        }
    }

    private void NoteHead(HtmlElement head)
    {
        foreach (var child in head.ChildSpan)
        {
            if (child is HtmlElement { Name: not "head" } element)
            {
                Note(element);
            }
        }
    }

    /// <summary>Ends the block that is being read, if there is any.</summary>
    private void Flush()
    {
        _afterInline = false;
        if (_text.IsEmpty)
        {
            _text.Reset();
            return;
        }

        ref var top = ref _frames[_depth - 1];
        var holder = _holder ?? top.Element;
        var kind = top.Kind;
        var (text, inlines, links) = _text.Take();
        if (text.Length == 0)
        {
            return;
        }

        if (kind == BlockKind.Heading && text.Length > LongestHeading)
        {
            kind = BlockKind.Paragraph;
        }

        if (_dropCap is { } initial)
        {
            _dropCap = null;
            if (DropCap.Joins(initial.Text, kind, text))
            {
                (text, inlines) = (initial.Text + text, DropCap.Shift(inlines, initial.Text.Length));
            }
            else
            {
                Emit(initial with { Index = Blocks.Count }, top.Container, 0);
            }
        }

        var block = new Block
        {
            Index = Blocks.Count,
            Kind = kind,
            Text = text,
            Level = kind is BlockKind.Heading or BlockKind.ListItem ? top.Level : 0,
            Element = holder,
            Inlines = inlines,
        };
        if (DropCap.Is(text, holder))
        {
            _dropCap = block;
        }
        else
        {
            Emit(block, top.Container, links);
        }
    }

    private void AddEmbed(string? link, HtmlElement element)
    {
        if (link is { Length: > 0 })
        {
            var container = _frames[_depth - 1].Container;
            Emit(new Block { Index = Blocks.Count, Kind = BlockKind.Embed, Text = link, Element = element }, container, 0);
        }
    }

    private void Emit(Block block, int container, int links)
    {
        Blocks.Add(block);
        Outline.Origins.Add(new BlockOrigin(container, links, _media));
        TextLength += block.Text.Length;
    }
}
