using AngleSharp.Common;
using AngleSharp.Dom;
using AngleSharp.Html.Construction;
using AngleSharp.Html.Parser.Tokens.Struct;

namespace Scraper.Core.Blocks;

// What AngleSharp's tree construction asks of an element; nobody else calls it.
public partial class HtmlElement : IConstructableElement
{
    StringOrMemory IConstructableElement.NamespaceUri => new(
        (Tag.Flags & NodeFlags.HtmlMember) != 0 ? NamespaceNames.HtmlUri
        : (Tag.Flags & NodeFlags.SvgMember) != 0 ? NamespaceNames.SvgUri
        : (Tag.Flags & NodeFlags.MathMember) != 0 ? NamespaceNames.MathMlUri
        : NamespaceNames.HtmlUri);

    StringOrMemory IConstructableElement.LocalName => new(Name);

    StringOrMemory IConstructableElement.Prefix => default;

    IConstructableNamedNodeMap IConstructableElement.Attributes => this;

    ISourceReference? IConstructableElement.SourceReference
    {
        get => null;
        set { }
    }

    void IConstructableElement.SetAttribute(string? namespaceUri, StringOrMemory name, StringOrMemory value) => Set(name, value);

    void IConstructableElement.SetOwnAttribute(StringOrMemory name, StringOrMemory value) => Set(name, value);

    StringOrMemory IConstructableElement.GetAttribute(StringOrMemory namespaceUri, StringOrMemory localName) =>
        new(Attributes.Find(localName.Memory.Span) ?? default);

    bool IConstructableElement.HasAttribute(StringOrMemory name) => Attributes.Find(name.Memory.Span) is not null;

    void IConstructableElement.SetupElement()
    {
    }

    void IConstructableElement.AddComment(ref StructHtmlToken token)
    {
    }

    IConstructableNode IConstructableElement.ShallowCopy()
    {
        var copy = HtmlElementFactory.Make(Tag, _values);
        copy._attributes = _attributes;
        return copy;
    }
}
