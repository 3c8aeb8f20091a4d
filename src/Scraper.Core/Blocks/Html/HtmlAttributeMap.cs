namespace Scraper.Core.Blocks;

/// <summary>The attributes of an element, in page order.</summary>
internal readonly struct HtmlAttributeMap(HtmlAttribute[] pairs)
{
    public int Length => pairs.Length;

    public ReadOnlySpan<HtmlAttribute> Pairs => pairs;

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
        if (pairs.Length == 0)
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
