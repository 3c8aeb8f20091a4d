using Scraper.Core.Blocks.Parsing;

namespace Scraper.Core.Blocks;

// What an element is to the walk when it comes to its start tag.
internal sealed partial class BlockWalk
{
    private static readonly TagMap<InlineKind?> InlineKinds = new(static name => name switch
    {
        "a" => InlineKind.Link,
        "strong" or "b" => InlineKind.Strong,
        "em" or "i" => InlineKind.Emphasis,
        "code" or "kbd" or "samp" or "tt" => InlineKind.Code,
        "sup" => InlineKind.Superscript,
        "sub" => InlineKind.Subscript,
        _ => null,
    });

    private void Enter(HtmlElement element)
    {
        ref var top = ref _frames[_depth - 1];
        var role = element.Tag.Role;
        _controls += role == TagRole.Control ? 1 : 0;
        if (IsListingAside(element, top) || (role is TagRole.Inline or TagRole.Container or TagRole.Unknown && EnterFormula(element)))
        {
            return;
        }

        if (role is TagRole.Unknown or TagRole.Control)
        {
            role = top.IsProse || top.IsInTable || element.Name.Contains(':', StringComparison.Ordinal) ? TagRole.Inline : TagRole.Container;
        }

        switch (role)
        {
            case TagRole.Skip when top.Kind != BlockKind.Code && FormulaMarkup.OfScript(element) is { } formula:
                AddFormula(formula, element);
                return;
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
            case TagRole.Template when element.Attributes.Find(AttributeKind.ShadowRootMode) is null:
                return;
            case TagRole.NoScript when !readsNoScript:
                HasNoScript = true;
                return;
            case TagRole.NoScript:
                EnterBlock(Part(element.TextContent()), TagRole.Container);
                return;
            default:
                EnterBlock(element, role);
                return;
        }
    }

    private void EnterInline(HtmlElement element)
    {
        if (!HiddenMarkup.Hides(element) && !Says(element, ClassSigns.ForScreenReaders))
        {
            PushInline(element);
        }
    }

    private void PushInline(HtmlElement element)
    {
        ref var top = ref _frames[_depth - 1];
        if (_afterInline && !top.IsProse)
        {
            _text.Space();
        }

        if (top.Kind == BlockKind.Code && ListingMarkup.IsLine(element))
        {
            _text.Line();
        }

        var kind = InlineKinds[element];
        kind = kind == InlineKind.Link && element.Attributes.Find(AttributeKind.Href) is null ? null : kind;
        if (kind is { } opened)
        {
            _text.Open(opened, element);
        }

        var frame = top;
        Push(frame with { Element = element, Role = TagRole.Inline, Next = 0, OpensInline = kind is not null, IsPost = false });
    }

    /// <summary>Whether the element's class says so; each different class of the page is looked at once.</summary>
    private bool Says(HtmlElement element, ClassSigns sign)
    {
        foreach (ref readonly var attribute in element.Attributes.Pairs)
        {
            if (attribute.Kind == AttributeKind.Class)
            {
                if ((uint)attribute.Number >= (uint)_signs.Length)
                {
                    return (ClassList.SignsOf(attribute.Value.Span) & sign) != 0;
                }

                ref var known = ref _signs[attribute.Number];
                known ??= ClassList.SignsOf(attribute.Value.Span);
                return (known.Value & sign) != 0;
            }
        }

        return false;
    }

    private void EnterBlock(HtmlElement element, TagRole role)
    {
        ref var top = ref _frames[_depth - 1];
        var frame = top with { Element = element, Role = role, Next = 0, OpensInline = false, IsPost = false };
        if (top.IsInTable)
        {
            EnterInTable(ref frame);
        }
        else if (IsOfListing(element, top))
        {
            PartLines(frame);
        }
        else
        {
            Flush();
            frame.IsProse = role is TagRole.Paragraph or TagRole.Heading or TagRole.Caption or TagRole.Preformatted;
            Place(ref frame);
        }

        Push(frame);
    }

    private void EnterInTable(ref WalkFrame frame)
    {
        switch (frame.Role)
        {
            case TagRole.Row:
                _grid.Row();
                _text.Row();
                break;
            case TagRole.Cell:
                _text.Cell(_grid.Cell(frame.Element));
                if (frame.Element.Tag.Id == TagId.Th)
                {
                    _text.Open(InlineKind.HeaderCell, frame.Element);
                    frame.OpensInline = true;
                }

                break;
            case TagRole.Container when frame.Element.Tag.Id is TagId.TBody or TagId.THead or TagId.TFoot:
                _grid.Group();
                _text.Space();
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
            case TagRole.Table when ListingMarkup.IsTable(frame.Element, isInListing: false):
                frame.Kind = BlockKind.Code;
                frame.Level = 0;
                frame.IsProse = true;
                break;
            case TagRole.Table when DataTable.Is(frame.Element):
                _grid.Group();
                frame.Kind = BlockKind.Table;
                frame.Level = 0;
                frame.IsInTable = true;
                break;
            case TagRole.Table when frame.Kind == BlockKind.Code:
                frame.Kind = BlockKind.Paragraph;
                break;
            default:
                break;
        }

        frame.IsInArticle |= frame.Element.Tag.Id is TagId.Article or TagId.Main;
        frame.SiteParts = IsSitePart(frame.Element) ? (byte)Math.Min(frame.SiteParts + 1, byte.MaxValue) : frame.SiteParts;
        frame.Container = Outline.Containers.Count;
        var around = _frames[_depth - 1].Container;
        Outline.Containers.Add(new BlockContainer(frame.Element, around, Outline.Containers[around].Depth + 1, Blocks.Count) { Media = _media, Controls = _controls });
    }
}
