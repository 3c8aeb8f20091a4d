using System.Collections.Frozen;
using System.Globalization;

namespace Scraper.Core.Templates;

/// <summary>
/// What is in force of a site's memory: the texts that stand on <see cref="LeastPages"/> pages or more, and the paths.
/// It is published from a memory at times and stays the same in between, so that the same page read under the same
/// <see cref="Version"/> gives the same output, word for word. Immutable.
/// </summary>
public sealed class SiteTemplate
{
    /// <summary>Fewest pages from which anything is concluded.</summary>
    public const int LeastPages = 3;

    internal SiteTemplate(int pages, long learnt, IReadOnlyDictionary<ulong, TemplateText> texts, IReadOnlyDictionary<ulong, TemplatePath> paths)
    {
        Pages = pages;
        Learnt = learnt;
        Texts = texts.ToFrozenDictionary();
        Paths = paths.ToFrozenDictionary();
        Version = Digest();
    }

    /// <summary>Pages that it was read from.</summary>
    public int Pages { get; }

    /// <summary>Pages that the memory had ever learnt when this was published.</summary>
    public long Learnt { get; }

    /// <summary>Digest of all it says, eight hexadecimal digits.</summary>
    public string Version { get; }

    /// <summary>Texts that stand on several pages, by path and text as one number.</summary>
    public IReadOnlyDictionary<ulong, TemplateText> Texts { get; }

    /// <summary>Paths by their number.</summary>
    public IReadOnlyDictionary<ulong, TemplatePath> Paths { get; }

    /// <summary>What a memory says now; <see langword="null"/> while it holds too few pages.</summary>
    /// <param name="memory">The memory.</param>
    public static SiteTemplate? Of(TemplateMemory memory)
    {
        ArgumentNullException.ThrowIfNull(memory);
        if (memory.Pages.Count < LeastPages)
        {
            return null;
        }

        var texts = new Dictionary<ulong, (BlockTrace Block, int Pages, int AsText)>();
        var paths = new Dictionary<ulong, (HashSet<ulong> Pages, HashSet<ulong> Texts, int Blocks, int AsText, long Length)>();
        foreach (var page in memory.Pages)
        {
            foreach (var block in page.Blocks)
            {
                var (first, pages, asText) = texts.GetValueOrDefault(block.Key, (block, 0, 0));
                texts[block.Key] = (first, pages + 1, asText + (block.IsText ? 1 : 0));
                var at = paths.TryGetValue(block.Path, out var known) ? known : ([], [], 0, 0, 0);
                at.Pages.Add(page.Key);
                at.Texts.Add(block.Text);
                paths[block.Path] = (at.Pages, at.Texts, at.Blocks + 1, at.AsText + (block.IsText ? 1 : 0), at.Length + block.Length);
            }
        }

        return new SiteTemplate(
            memory.Pages.Count,
            memory.Learnt,
            texts.Where(t => t.Value.Pages >= LeastPages).ToDictionary(
                t => t.Key,
                t => new TemplateText(t.Value.Block.Path, t.Value.Pages, t.Value.AsText, t.Value.Block.Length, memory.Excerpts.GetValueOrDefault(t.Key, string.Empty))),
            paths.Where(p => p.Value.Pages.Count >= LeastPages).ToDictionary(
                p => p.Key,
                p => new TemplatePath(memory.Paths.GetValueOrDefault(p.Key, string.Empty), p.Value.Pages.Count, p.Value.Blocks, p.Value.Texts.Count, p.Value.AsText, (int)(p.Value.Length / p.Value.Blocks))));
    }

    /// <summary>
    /// Whether enough was learnt since this was published to publish anew: a third more pages, or fifty.
    /// </summary>
    /// <param name="published">What is in force, or <see langword="null"/>.</param>
    /// <param name="memory">What is known.</param>
    public static bool IsDue(SiteTemplate? published, TemplateMemory memory)
    {
        ArgumentNullException.ThrowIfNull(memory);
        return memory.Pages.Count >= LeastPages && (published is null || memory.Learnt - published.Learnt >= Math.Clamp(published.Learnt / 3, 1, 50));
    }

    private string Digest()
    {
        // A sum of mixed rows does not depend on their order.
        var sum = Mix((ulong)Pages);
        foreach (var (key, t) in Texts)
        {
            sum += Mix(key ^ Mix(((ulong)t.Pages << 32) | (uint)t.AsText));
        }

        foreach (var (key, p) in Paths)
        {
            sum += Mix(key ^ Mix(((ulong)p.Blocks << 32) | (uint)p.AsText) ^ Mix(((ulong)p.Texts << 32) | (uint)p.Length));
        }

        return ((uint)(sum ^ (sum >> 32))).ToString("x8", CultureInfo.InvariantCulture);
    }

    private static ulong Mix(ulong x)
    {
        unchecked
        {
            x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9;
            x = (x ^ (x >> 27)) * 0x94D049BB133111EB;
            return x ^ (x >> 31);
        }
    }
}
