using AngleSharp.Common;
using AngleSharp.Dom;
using AngleSharp.Html.Construction;

namespace Scraper.Core.Blocks;

/// <summary>A node of the light tree: an <see cref="HtmlElement"/> or an <see cref="HtmlText"/>.</summary>
public abstract class HtmlNode : IConstructableNode
{
    private protected HtmlNode()
    {
    }

    /// <summary>The element it stands in; <see langword="null"/> for the root.</summary>
    public HtmlElement? Parent { get; internal set; }

    IConstructableNode? IConstructableNode.Parent
    {
        get => Parent;
        set => Parent = (HtmlElement?)value;
    }

    StringOrMemory IConstructableNode.NodeName => new(NodeName);

    NodeFlags IConstructableNode.Flags => Flags;

    IConstructableNodeList IConstructableNode.ChildNodes => ChildList;

    private protected abstract string NodeName { get; }

    private protected virtual NodeFlags Flags => NodeFlags.None;

    /// <summary>The children to read.</summary>
    private protected virtual HtmlNodeList ChildList => HtmlNodeList.Leaf;

    /// <summary>The children to change; made when the first one comes, since most nodes have none.</summary>
    private protected virtual HtmlNodeList OwnChildList => HtmlNodeList.Leaf;

    void IConstructableNode.RemoveFromParent() => Parent?.ChildList.Remove(this);

    void IConstructableNode.RemoveChild(IConstructableNode childNode) => ChildList.Remove((HtmlNode)childNode);

    void IConstructableNode.RemoveNode(int idx, IConstructableNode childNode) => ChildList.RemoveAt(idx);

    void IConstructableNode.InsertNode(int idx, IConstructableNode childNode) => Adopt((HtmlNode)childNode, idx);

    void IConstructableNode.AddNode(IConstructableNode node) => Adopt((HtmlNode)node, ChildList.Count);

    void IConstructableNode.AppendText(StringOrMemory text, bool emitWhiteSpaceOnly) =>
        Adopt(new HtmlText(text.Memory), ChildList.Count);

    void IConstructableNode.InsertText(int idx, StringOrMemory text, bool emitWhiteSpaceOnly) =>
        Adopt(new HtmlText(text.Memory), idx);

    private void Adopt(HtmlNode child, int index)
    {
        child.Parent = this as HtmlElement;
        OwnChildList.Insert(index, child);
    }
}
