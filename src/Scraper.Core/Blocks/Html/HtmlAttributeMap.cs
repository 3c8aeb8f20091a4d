namespace Scraper.Core.Blocks;

/// <summary>The attributes of an element, in page order.</summary>
/// <param name="all">Those of many elements.</param>
/// <param name="start">The first one of this element.</param>
/// <param name="count">How many it has.</param>
internal readonly struct HtmlAttributeMap(HtmlAttribute[]? all, int start, int count)
{
    public int Length => count;

    public ReadOnlySpan<HtmlAttribute> Pairs => new(all, start, count);

    /// <summary>The value of an attribute, or <see langword="null"/>.</summary>
    public ReadOnlyMemory<char>? Find(AttributeKind kind)
    {
        foreach (ref readonly var pair in Pairs)
        {
            if (pair.Kind == kind)
            {
                return pair.Value;
            }
        }

        return null;
    }

    /// <summary>The value of an attribute by its name in lower case, or <see langword="null"/>.</summary>
    public ReadOnlyMemory<char>? Find(ReadOnlySpan<char> name)
    {
        if (count == 0)
        {
            return null;
        }

        if (AttributeKinds.Of(name) is not AttributeKind.Unknown and var kind)
        {
            return Find(kind);
        }

        foreach (ref readonly var pair in Pairs)
        {
            if (pair.Kind == AttributeKind.Unknown && pair.Name.Span.SequenceEqual(name))
            {
                return pair.Value;
            }
        }

        return null;
    }
}
