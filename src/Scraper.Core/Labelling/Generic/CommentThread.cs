using System.Buffers;
using System.Collections.Frozen;
using Scraper.Core.Blocks;

namespace Scraper.Core.Labelling;

/// <summary>
/// Which blocks stand in the readers' comments, by the class and id names that publishers' markup uses for them. Under
/// an article they are never its text, however well they read; in a forum they are what the page is for.
/// </summary>
internal sealed class CommentThread
{
    /// <summary>Least text outside the comments, in words; a page with less is made of them.</summary>
    private const int LeastOutside = 50;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Names =
        ("comments comment-list commentlist comments-area comments-section comments-list comment-section comment-area comments-container " +
         "comments-wrapper post-comments blog-comments user-comments article-comments commentlisting comment respond disqus_thread")
        .Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Each of the names has one of these.</summary>
    private static readonly SearchValues<string> Stems = SearchValues.Create(["comment", "respond", "disqus"], StringComparison.OrdinalIgnoreCase);

    private readonly Dictionary<HtmlElement, bool> _known = [];

    /// <summary>Whether any element of the page may be named so.</summary>
    private readonly bool _mayBe;

    private CommentThread(AttributeValues values)
    {
        for (var number = 0; number < values.Count && !_mayBe; number++)
        {
            _mayBe = IsName(values[number]);
        }

        // A value that was given no number is not among them.
        _mayBe |= values.IsFull;
    }

    /// <summary>The blocks of a page's comments; empty for a forum, and where next to nothing stands outside them.</summary>
    public static IReadOnlySet<int> Find(PagePrediction page)
    {
        if (page.Kind == PageKind.Forum)
        {
            return FrozenSet<int>.Empty;
        }

        var thread = new CommentThread(page.View.Outline.Values);
        if (!thread._mayBe)
        {
            return FrozenSet<int>.Empty;
        }

        var inside = page.View.Document.Blocks.Where(b => b.Element is { } element && thread.Holds(element)).Select(b => b.Index).ToHashSet();
        var outside = page.View.Document.Blocks.Where(b => page.IsText(b.Index) && !inside.Contains(b.Index)).Sum(b => page.View.Shapes[b.Index].ReadWords);
        return outside >= LeastOutside ? inside : FrozenSet<int>.Empty;
    }

    private bool Holds(HtmlElement element)
    {
        var path = new Stack<HtmlElement>();
        var holds = false;
        for (var e = element; e is { Name: not ("body" or "html") }; e = e.Parent)
        {
            if (_known.TryGetValue(e, out holds))
            {
                break;
            }

            path.Push(e);
        }

        while (path.TryPop(out var e))
        {
            holds |= IsNamed(e, AttributeKind.Id) || IsNamed(e, AttributeKind.Class);
            _known[e] = holds;
        }

        return holds;
    }

    private static bool IsNamed(HtmlElement element, AttributeKind attribute) => element.Attributes.Find(attribute) is { } value && IsName(value.Span);

    private static bool IsName(ReadOnlySpan<char> value)
    {
        if (!value.ContainsAny(Stems))
        {
            return false;
        }

        foreach (var range in value.SplitAny(' ', '\t', '\n'))
        {
            if (Names.Contains(value[range]))
            {
                return true;
            }
        }

        return false;
    }
}
