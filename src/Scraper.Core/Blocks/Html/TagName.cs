using AngleSharp.Dom;

namespace Scraper.Core.Blocks;

/// <summary>What is known of an element by its name.</summary>
internal sealed class TagName(string text, NodeFlags flags)
{
    /// <summary>Elements that never nest by being left open: void ones, and those that the next of their kind closes.</summary>
    private static readonly HashSet<string> Flat = new(
        ("area base br col embed hr img input link meta param source track wbr keygen frame " +
         "html head body p li dt dd option optgroup tr td th tbody thead tfoot caption colgroup rb rt rtc rp a button nobr form " +
         "script style title textarea select iframe noembed noframes xmp plaintext").Split(' '), StringComparer.Ordinal);

    /// <summary>The name as elements carry it.</summary>
    public string Text { get; } = text;

    /// <summary>What the parser has to know of it.</summary>
    public NodeFlags Flags { get; } = flags;

    /// <summary>What the block reader does with it.</summary>
    public TagRole Role { get; } = TagRoles.Of(text);

    /// <summary>Whether it never nests by being left open.</summary>
    public bool IsFlat { get; } = Flat.Contains(text);
}
