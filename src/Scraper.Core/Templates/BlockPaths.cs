using Scraper.Core.Blocks;

namespace Scraper.Core.Templates;

/// <summary>
/// The structural paths of one page's blocks: tag, id and first class of each element from the body down, passing over whatever
/// holds a digit, so that the pages of one template agree. Each element is looked at once. For one thread.
/// </summary>
internal sealed class BlockPaths
{
    /// <summary>Deepest elements that a path names; what stands deeper counts as one level.</summary>
    private const int Deepest = 256;

    private const ulong Seed = 14695981039346656037;

    private readonly Dictionary<HtmlElement, ulong> _known = new(ReferenceEqualityComparer.Instance);

    /// <summary>The path of a block as a number: equal for equal paths, on every machine.</summary>
    public ulong Of(Block block) => block.Element is { } element ? Of(element) : Seed;

    /// <summary>The path for a person, as CSS: <c>div.td-post-content > p</c>; its last <paramref name="levels"/> elements.</summary>
    public static string Name(Block block, int levels = 5)
    {
        var parts = new List<string>();
        for (var e = block.Element; e is not null && e.Name is not ("html" or "body" or "#document") && parts.Count < levels; e = e.Parent)
        {
            var id = Lasting(e.Id);
            var first = FirstLastingClass(e);
            parts.Add($"{e.Name}{(id.Length > 0 ? $"#{id}" : string.Empty)}{(first.Length > 0 ? $".{first}" : string.Empty)}");
        }

        parts.Reverse();
        return string.Join(" > ", parts);
    }

    private ulong Of(HtmlElement element)
    {
        var open = new Stack<HtmlElement>();
        var hash = Seed;
        for (var e = element; e is not null; e = e.Parent)
        {
            if (_known.TryGetValue(e, out hash))
            {
                break;
            }

            hash = Seed;
            open.Push(e);
        }

        var depth = 0;
        while (open.TryPop(out var e))
        {
            hash = depth++ < Deepest && e.Name is not ("html" or "body") ? Add(hash, e) : hash;
            _known[e] = hash;
        }

        return hash;
    }

    private static ulong Add(ulong hash, HtmlElement element)
    {
        hash = Add(hash, '>');
        hash = Add(hash, element.Name);
        hash = Add(Add(hash, '#'), Lasting(element.Attributes.Find(AttributeKind.Id) is { } id ? id.Span : default));
        return Add(Add(hash, '.'), FirstLastingClass(element));
    }

    private static ulong Add(ulong hash, ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            hash = Add(hash, c);
        }

        return hash;
    }

    private static ulong Add(ulong hash, char c) => unchecked((hash ^ c) * 1099511628211);

    /// <summary>A name that does not count or number anything; empty for one that does.</summary>
    private static ReadOnlySpan<char> Lasting(ReadOnlySpan<char> name) => name.IndexOfAnyInRange('0', '9') >= 0 ? default : name;

    private static ReadOnlySpan<char> FirstLastingClass(HtmlElement element)
    {
        if (element.Attributes.Find(AttributeKind.Class) is { } classes)
        {
            var text = classes.Span;
            foreach (var range in text.SplitAny(" \t\n\r\f"))
            {
                if (Lasting(text[range]) is { Length: > 0 } name)
                {
                    return name;
                }
            }
        }

        return default;
    }
}
