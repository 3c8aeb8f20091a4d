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

    internal SiteTemplate(int pages, long learnt, IReadOnlyDictionary<ulong, TemplateText> texts, IReadOnlyDictionary<ulong, int> frames, IReadOnlyDictionary<ulong, TemplatePath> paths)
    {
        Pages = pages;
        Learnt = learnt;
        Texts = texts.ToFrozenDictionary();
        Frames = frames.ToFrozenDictionary();
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

    /// <summary>Pages that have a line of the same words around its links at the same path, by path and frame as one number.</summary>
    public IReadOnlyDictionary<ulong, int> Frames { get; }

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

        var tally = new TemplateTally(memory);
        return new SiteTemplate(memory.Pages.Count, memory.Learnt, tally.Texts, tally.Frames, tally.Paths);
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
            sum += Mix(~key ^ Mix(((ulong)p.OfText << 32) | (uint)p.Telling) ^ Mix(((ulong)p.Elsewhere << 40) ^ ((ulong)p.AtEdge << 20) ^ (uint)p.Alike));
        }

        foreach (var (key, pages) in Frames)
        {
            sum += Mix(key + Mix((ulong)pages));
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
