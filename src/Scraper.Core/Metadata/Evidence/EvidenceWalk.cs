using Scraper.Core.Blocks;
using Scraper.Core.Blocks.Parsing;

namespace Scraper.Core.Metadata;

/// <summary>The one walk over a page's tree that fills a <see cref="PageEvidence"/>; no recursion, every list capped.</summary>
internal sealed partial class EvidenceWalk
{
    private const int MostMarks = 400;
    private const int MostMetas = 1000;
    private const int LongestMark = 400;

    private readonly PageEvidence _evidence = new();
    private readonly ZoneWords _zones;
    private Frame[] _frames = new Frame[64];
    private int _depth;
    private int _order;
    private int _metas;

    private EvidenceWalk(AttributeValues values) => _zones = new ZoneWords(values);

    public static PageEvidence Collect(HtmlTree tree, CancellationToken cancellationToken)
    {
        var walk = new EvidenceWalk(tree.Values);
        walk.Walk(tree.Root, cancellationToken);
        return walk._evidence;
    }

    private void Walk(HtmlElement root, CancellationToken cancellationToken)
    {
        Push(root, PageZone.None, isBlock: true);
        while (_depth > 0)
        {
            ref var top = ref _frames[_depth - 1];
            var children = top.Element.ChildSpan;
            if (top.Next < children.Length)
            {
                var child = children[top.Next++];
                if (child is HtmlText text)
                {
                    Append(text.Text.Span);
                }
                else if (child is HtmlElement element)
                {
                    Enter(element, top.Zone, top.Element);
                }

                continue;
            }

            // A token is looked at once an element.
            cancellationToken.ThrowIfCancellationRequested();
            if (top.IsBlock)
            {
                Flush(top.Zone);
            }

            _depth--;
        }
    }

    /// <summary>Looks at an element, and has the walk go on inside it where it may hold text.</summary>
    private void Enter(HtmlElement element, PageZone zone, HtmlElement parent)
    {
        _order++;
        switch (element.Tag.Id)
        {
            case TagId.Meta:
                ReadMeta(element, zone);
                return;
            case TagId.Link:
                ReadLink(element);
                return;
            case TagId.Script:
                ReadScript(element);
                return;
            case TagId.Style or TagId.Template or TagId.IFrame or TagId.Select or TagId.TextArea:
            case TagId.Other when element.Tag.Is(TagTraits.Svg):
                return;
            case TagId.Title:
                _evidence.TitleElement ??= EvidenceText.Collapse(element.TextContent());
                return;
        }

        var (opens, isByline, isDate) = _zones.Read(element);
        var inner = zone | opens;
        var isBlock = EvidenceText.IsBlock(element);
        if (isBlock)
        {
            Flush(zone);
        }

        Look(element, inner, parent, isByline, isDate);
        Push(element, inner, isBlock);
    }

    private void Push(HtmlElement element, PageZone zone, bool isBlock)
    {
        if (_depth == _frames.Length)
        {
            Array.Resize(ref _frames, _depth * 2);
        }

        _frames[_depth++] = new Frame { Element = element, Zone = zone, IsBlock = isBlock };
    }

    /// <summary>An element whose children are being read.</summary>
    private struct Frame
    {
        public HtmlElement Element;
        public int Next;
        public PageZone Zone;
        public bool IsBlock;
    }
}
