using System.Diagnostics;
using System.Text;

namespace Scraper.Core.Blocks;

/// <summary>An element of the light tree.</summary>
[DebuggerDisplay("<{Name} id={Id} class={Class}> at {SourceOffset}")]
public sealed class HtmlElement : HtmlNode
{
    private HtmlNode[] _nodes = [];
    private int _first;
    private int _count;

    internal HtmlElement(TagName tag, HtmlAttributeMap attributes, int sourceOffset)
    {
        Tag = tag;
        Attributes = attributes;
        SourceOffset = sourceOffset;
    }

    /// <summary>The element it stands in; <see langword="null"/> for the root.</summary>
    public HtmlElement? Parent { get; internal set; }

    /// <summary>The tag name in lower case (SVG names keep their case).</summary>
    public string Name => Tag.Text;

    /// <summary>
    /// Index of the <c>&lt;</c> of its start tag in the page's text, in UTF-16 code units; -1 for an element that
    /// the parser made up (an implied <c>tbody</c>, a re-opened <c>b</c>). It is how a CSS or XPath hit found in
    /// another tree reaches a block.
    /// </summary>
    public int SourceOffset { get; internal set; }

    /// <summary>Elements and texts it holds, in document order.</summary>
    public IReadOnlyList<HtmlNode> Children => new ArraySegment<HtmlNode>(_nodes, _first, _count);

    /// <summary>The <c>id</c> attribute, or <see langword="null"/>.</summary>
    public string? Id => Attribute("id");

    /// <summary>The <c>class</c> attribute as written, or <see langword="null"/>.</summary>
    public string? Class => Attribute("class");

    /// <summary>What is known of it by its name.</summary>
    internal TagName Tag { get; }

    /// <summary>The children without the cost of an interface call; for walks over the whole tree.</summary>
    internal ReadOnlySpan<HtmlNode> ChildSpan => new(_nodes, _first, _count);

    /// <summary>The attributes, in page order.</summary>
    internal HtmlAttributeMap Attributes { get; }

    /// <summary>The value of an attribute, entities resolved, or <see langword="null"/>.</summary>
    /// <param name="name">The attribute's name in lower case.</param>
    public string? Attribute(string name) => Attributes.Find(name)?.ToString();

    /// <summary>All elements below this one in document order, found without recursion.</summary>
    public IEnumerable<HtmlElement> Descendants()
    {
        var open = new Stack<(HtmlElement Parent, int Next)>();
        open.Push((this, 0));
        while (open.TryPop(out var level))
        {
            for (var i = level.Next; i < level.Parent._count; i++)
            {
                if (level.Parent.ChildSpan[i] is not HtmlElement element)
                {
                    continue;
                }

                yield return element;
                open.Push((level.Parent, i + 1));
                open.Push((element, 0));
                break;
            }
        }
    }

    /// <summary>The text of this element and all below it, as written; scripts and styles inside it are left out.</summary>
    public string TextContent()
    {
        var text = new StringBuilder();
        var open = new Stack<(HtmlElement Parent, int Next)>();
        open.Push((this, 0));
        while (open.TryPop(out var level))
        {
            var children = level.Parent.ChildSpan;
            for (var i = level.Next; i < children.Length; i++)
            {
                if (children[i] is HtmlText run)
                {
                    text.Append(run.Text.Span);
                }
                else if (children[i] is HtmlElement { Name: not ("script" or "style") } child)
                {
                    open.Push((level.Parent, i + 1));
                    open.Push((child, 0));
                    break;
                }
            }
        }

        return text.ToString();
    }

    /// <summary>Takes its children: so many of an array that holds those of others too.</summary>
    internal void Adopt(HtmlNode[] nodes, int first, int count) => (_nodes, _first, _count) = (nodes, first, count);
}
