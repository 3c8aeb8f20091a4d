using System.Buffers;
using System.Collections.Frozen;
using System.Runtime.InteropServices;
using Scraper.Core.Blocks;

namespace Scraper.Core.Labelling;

/// <summary>
/// Which blocks stand in the readers' comments: by the class and id names that publishers' markup uses for all of them, and by
/// a name with "comment" in it, in any language, that three elements share (not in a shop, where that may be reviews). Under an
/// article they are never its text, however well they read; in a forum they are what the page is for.
/// </summary>
internal sealed class CommentThread
{
    /// <summary>Least text outside the comments, in words; a page with less is made of them.</summary>
    private const int LeastOutside = 50;

    /// <summary>Elements called alike that make a thread; one may be the page's own box, with or without comments.</summary>
    private const int Fewest = 3;

    private const int MostTokens = 32;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Names =
        ("comments comment-list commentlist comments-area comments-section comments-list comment-section comment-area comments-container " +
         "comments-wrapper post-comments blog-comments user-comments article-comments commentlisting comment respond disqus_thread")
        .Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Each of the names has one of these, and so has each word for comments in <c>class-words.txt</c>.</summary>
    private static readonly SearchValues<string> Stems = SearchValues.Create(["comment", "respond", "disqus", "koment", "komment", "coment", "yorum", "reactie"], StringComparison.OrdinalIgnoreCase);

    private static readonly uint One = TokenHash.Of(TokenHash.ClassPart, "comment");
    private static readonly uint Many = TokenHash.Of(TokenHash.ClassPart, "comments");

    private readonly Dictionary<HtmlElement, bool> _known = [];

    /// <summary>How many elements with blocks in them have each name that says "comment", numbers left out.</summary>
    private readonly Dictionary<string, int> _alike = [];

    /// <summary>Whether any element of the page may be named so.</summary>
    private readonly bool _mayBe;

    private CommentThread(BlockOutline outline, bool isShop)
    {
        // A value that was given no number is not among them.
        var (isSaid, isNamed) = (outline.Values.IsFull, outline.Values.IsFull);
        for (var number = 0; number < outline.Values.Count && !isNamed; number++)
        {
            isSaid |= outline.Values[number].ContainsAny(Stems);
            isNamed = IsName(outline.Values[number]);
        }

        foreach (var container in isSaid && !isShop ? outline.Containers : [])
        {
            if (container.EndBlock > container.FirstBlock)
            {
                Count(container.Element, AttributeKind.Id);
                Count(container.Element, AttributeKind.Class);
            }
        }

        _mayBe = isNamed || _alike.Values.Any(n => n >= Fewest);
    }

    /// <summary>The blocks of a page's comments; empty for a forum, and where next to nothing stands outside them.</summary>
    public static IReadOnlySet<int> Find(PagePrediction page)
    {
        if (page.Kind == PageKind.Forum)
        {
            return FrozenSet<int>.Empty;
        }

        var thread = new CommentThread(page.View.Outline, page.Kind is PageKind.Product or PageKind.Collection);
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

    private bool IsNamed(HtmlElement element, AttributeKind attribute) => element.Attributes.Find(attribute) is { } value
        && (IsName(value.Span) || (_alike.Count > 0 && CommentName(value.Span) is { } name && _alike.GetValueOrDefault(name) >= Fewest));

    private void Count(HtmlElement element, AttributeKind attribute)
    {
        if (element.Attributes.Find(attribute) is { } value && CommentName(value.Span) is { } name)
        {
            CollectionsMarshal.GetValueRefOrAddDefault(_alike, name, out _)++;
        }
    }

    /// <summary>A name without its numbers, where a part of it is the word itself: not <c>commentary</c>, not <c>commentable</c>; else <see langword="null"/>.</summary>
    private static string? CommentName(ReadOnlySpan<char> value)
    {
        if (!value.ContainsAny(Stems))
        {
            return null;
        }

        var tokens = new List<uint>(MostTokens);
        ElementTokens.Split(value, TokenHash.ClassPart, tokens, MostTokens);
        return tokens.Contains(One) || tokens.Contains(Many) ? string.Concat(value.ToString().Where(c => !char.IsAsciiDigit(c))) : null;
    }

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
