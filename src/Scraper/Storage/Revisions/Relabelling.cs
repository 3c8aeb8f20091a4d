using Scraper.Core.Articles;

namespace Scraper.Storage.Revisions;

/// <summary>
/// Whether other labels on the same page could be all that two readings differ by, told from what was stored of the first:
/// its fields, and the words of every block of its page.
/// </summary>
internal static class Relabelling
{
    /// <summary>
    /// Every block of the one text, and what only one has of captions, summary and subtitle, stand on the page of the other; a new
    /// headline or author stood on the old page already; date, language, section, tags and addresses of pictures, which need not stand on a page, are the same.
    /// </summary>
    /// <param name="before">What is stored, with its blocks.</param>
    /// <param name="after">What is read now.</param>
    public static bool Explains(Article before, Article after)
    {
        if (before.Blocks.Count == 0)
        {
            return false;
        }

        var (old, now) = (Page(before), Page(after));
        return old.IsSupersetOf(Text(after)) && now.IsSupersetOf(Text(before))
            && old.IsSupersetOf(Beside(after).Except(Beside(before))) && now.IsSupersetOf(Beside(before).Except(Beside(after)))
            && Stand(old, [after.Title, .. after.Authors], [before.Title, .. before.Authors])
            && before.PublishedAt?.ToString() == after.PublishedAt?.ToString()
            && before.Language == after.Language
            && before.Metadata.Section == after.Metadata.Section
            && before.Metadata.Tags.SequenceEqual(after.Metadata.Tags)
            && before.Pictures.Select(p => p.Address.Split('?', 2)[0]).SequenceEqual(after.Pictures.Select(p => p.Address.Split('?', 2)[0]));
    }

    private static HashSet<string> Page(Article article) => article.Blocks.Select(b => b.Block.Text).ToHashSet(StringComparer.Ordinal);

    private static IEnumerable<string> Text(Article article) => article.Blocks.Where(b => b.Verdict.IsText).Select(b => b.Block.Text);

    /// <summary>What is taken from the page block by block besides the text.</summary>
    private static IEnumerable<string> Beside(Article article) =>
        article.Captions.Select(c => c.Text).Concat(article.Summary).Concat(article.Subtitle is null ? [] : [article.Subtitle]);

    /// <summary>Whether words that are new were on the old page, if only in a line of more.</summary>
    private static bool Stand(HashSet<string> page, IEnumerable<string> now, IReadOnlyList<string> known) =>
        now.Except(known, StringComparer.Ordinal).All(words => page.Any(line => line.Contains(words, StringComparison.Ordinal)));
}
