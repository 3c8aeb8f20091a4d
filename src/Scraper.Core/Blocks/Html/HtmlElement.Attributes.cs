using AngleSharp.Common;
using AngleSharp.Html.Construction;
using AngleSharp.Html.Parser.Tokens.Struct;

namespace Scraper.Core.Blocks;

// The attributes as AngleSharp's tree construction sets and asks for them.
public partial class HtmlElement : IConstructableNamedNodeMap
{
    int IConstructableNamedNodeMap.Length => _attributes.Length;

    IConstructableAttr? IConstructableNamedNodeMap.this[StringOrMemory name] =>
        Attributes.Find(name.Memory.Span) is { } value ? new ParserAttribute(name, new StringOrMemory(value)) : null;

    bool IConstructableNamedNodeMap.SameAs(IConstructableNamedNodeMap? attributes) =>
        attributes is HtmlElement other
        && other._attributes.Length == _attributes.Length
        && Array.TrueForAll(_attributes, a => other.Attributes.Find(a.Name.Span) is { } value && value.Span.SequenceEqual(a.Value.Span));

    void IConstructableElement.SetAttributes(StructAttributes tagAttributes)
    {
        var attributes = tagAttributes.Count == 0 ? [] : new HtmlAttribute[tagAttributes.Count];
        for (var i = 0; i < attributes.Length; i++)
        {
            var attribute = tagAttributes[i];
            attributes[i] = Read(attribute.Name.Memory, attribute.Value.Memory);
        }

        // A second <html> or <body> only adds what the first one lacks (HTML Living Standard 13.2.6.4.7).
        _attributes = _attributes.Length == 0 ? attributes : [.. _attributes, .. attributes.Where(a => Attributes.Find(a.Name.Span) is null)];
    }

    private HtmlAttribute Read(ReadOnlyMemory<char> name, ReadOnlyMemory<char> value)
    {
        var kind = AttributeKinds.Of(name.Span);
        return new HtmlAttribute(name, value, kind, AttributeKinds.IsNaming(kind) ? _values.Number(value) : -1);
    }

    private void Set(StringOrMemory name, StringOrMemory value) =>
        _attributes = [.. _attributes.Where(a => !a.Name.Span.SequenceEqual(name.Memory.Span)), Read(name.Memory, value.Memory)];

    private sealed class ParserAttribute(StringOrMemory name, StringOrMemory value) : IConstructableAttr
    {
        public StringOrMemory Name { get; } = name;

        public StringOrMemory Value { get; set; } = value;
    }
}
