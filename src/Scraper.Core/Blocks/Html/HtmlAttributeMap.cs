using AngleSharp.Common;
using AngleSharp.Html.Construction;
using AngleSharp.Html.Parser.Tokens.Struct;

namespace Scraper.Core.Blocks;

/// <summary>The attributes of an element as slices of the page; never changed once made.</summary>
internal sealed class HtmlAttributeMap : IConstructableNamedNodeMap
{
    public static readonly HtmlAttributeMap Empty = new([]);

    private readonly (ReadOnlyMemory<char> Name, ReadOnlyMemory<char> Value)[] _pairs;

    private HtmlAttributeMap((ReadOnlyMemory<char>, ReadOnlyMemory<char>)[] pairs) => _pairs = pairs;

    public int Length => _pairs.Length;

    public ReadOnlySpan<(ReadOnlyMemory<char> Name, ReadOnlyMemory<char> Value)> Pairs => _pairs;

    IConstructableAttr? IConstructableNamedNodeMap.this[StringOrMemory name] =>
        Find(name.Memory.Span) is { } value ? new HtmlAttribute(name, new StringOrMemory(value)) : null;

    public static HtmlAttributeMap From(StructAttributes attributes)
    {
        if (attributes.Count == 0)
        {
            return Empty;
        }

        var pairs = new (ReadOnlyMemory<char>, ReadOnlyMemory<char>)[attributes.Count];
        for (var i = 0; i < pairs.Length; i++)
        {
            pairs[i] = (attributes[i].Name.Memory, attributes[i].Value.Memory);
        }

        return new HtmlAttributeMap(pairs);
    }

    public HtmlAttributeMap With(StringOrMemory name, StringOrMemory value) =>
        new([.. _pairs.Where(p => !p.Name.Span.SequenceEqual(name.Memory.Span)), (name.Memory, value.Memory)]);

    public ReadOnlyMemory<char>? Find(ReadOnlySpan<char> name)
    {
        foreach (var (key, value) in _pairs)
        {
            if (key.Span.SequenceEqual(name))
            {
                return value;
            }
        }

        return null;
    }

    public bool SameAs(IConstructableNamedNodeMap? attributes) =>
        attributes is HtmlAttributeMap other
        && other._pairs.Length == _pairs.Length
        && _pairs.All(p => other.Find(p.Name.Span) is { } value && value.Span.SequenceEqual(p.Value.Span));

    private sealed class HtmlAttribute(StringOrMemory name, StringOrMemory value) : IConstructableAttr
    {
        public StringOrMemory Name { get; } = name;

        public StringOrMemory Value { get; set; } = value;
    }
}
