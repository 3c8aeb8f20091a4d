namespace Scraper.Core.Blocks;

// How the text that was read becomes a block.
internal sealed partial class BlockWalk
{
    /// <summary>A longer text (UTF-16 code units) is no heading: its end tag was forgotten.</summary>
    private const int LongestHeading = 320;

    /// <summary>Ends the block that is being read, if there is any.</summary>
    private void Flush()
    {
        _afterInline = false;
        if (_text.IsEmpty)
        {
            _text.Forget();
            return;
        }

        ref var top = ref _frames[_depth - 1];
        var holder = _holder ?? top.Element;
        var kind = top.Kind;
        var (text, inlines, links) = _text.Take(kind);
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
                var joined = DropCap.Join(initial.Text, text);
                (text, inlines) = (joined, DropCap.Shift(inlines, joined.Length - text.Length));
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
        if (DropCap.Is(text, holder) || DropCap.IsFirstWord(text, holder))
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
