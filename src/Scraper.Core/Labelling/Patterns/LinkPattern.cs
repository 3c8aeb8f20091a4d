using Scraper.Core.Blocks;

namespace Scraper.Core.Labelling;

/// <summary>Tells lines by what stands before their only link: "Read also" and another article's headline, with or without a colon between them.</summary>
internal static class LinkPattern
{
    /// <summary>The marker, or <see langword="null"/>.</summary>
    /// <param name="block">The line.</param>
    /// <param name="book">The page's words.</param>
    /// <param name="search">The page's search for markers.</param>
    public static Marker? Find(Block block, WordBook book, PhraseSearch<Marker> search)
    {
        var before = BeforeLink(block);
        if (before.IsEmpty)
        {
            return null;
        }

        // What goes on with any words, "read more about *", as often leads to a source as away from the article.
        var words = book.Read(before, colons: true);
        return words.Count > 0 && search.Match((int)MarkerKind.Section, words) is { Label: Label.Related or Label.Continuation, Phrase.IsOpenEnded: false } marker ? marker : null;
    }

    /// <summary>The text before the only link of a line that ends with it.</summary>
    private static ReadOnlySpan<char> BeforeLink(Block block)
    {
        Inline? only = null;
        foreach (var inline in block.Inlines)
        {
            if (inline.Kind == InlineKind.Link)
            {
                if (only is not null)
                {
                    return default;
                }

                only = inline;
            }
        }

        return only is { Start: > 0 } link && link.Start + link.Length >= block.Text.Length - 1 ? block.Text.AsSpan(0, link.Start) : default;
    }
}
