using Scraper.Core.Blocks;

namespace Scraper.Core.Labelling;

/// <summary>
/// Whether a line that a marker matches is what the marker says, by the line's shape: "Follow us on Facebook." is, "Follow us, the
/// guide shouted." is a sentence of the article.
/// </summary>
internal static class MarkerBelief
{
    /// <summary>What an address on the web or for mail has in it.</summary>
    private static readonly string[] AddressSigns = ["://", "www.", "@"];

    /// <summary>
    /// Whether a line that ends in a full stop may be a sentence of the article for all its shape says: a link, an address or a question before
    /// ("Got a tip? Write to us.") would say more.
    /// </summary>
    public static bool MayBeProse(Block block) =>
        Sentences.IsStated(block.Text)
        && !block.Text.Contains("? ", StringComparison.Ordinal)
        && !block.Inlines.Any(static i => i.Kind == InlineKind.Link)
        && !Array.Exists(AddressSigns, s => block.Text.Contains(s, StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether a line that may be prose is what a marker says: most of its words are the marker's, and one word alone with a full stop is no button.</summary>
    public static bool IsMostOf(Marker marker, int words) =>
        marker.Phrase.HasColon || (words > 1 && words < marker.Phrase.Named * 2);

    /// <summary>
    /// Whether a heading closes the page: "About Nordwind" and "For more information about Nordwind" do, "About the gate" may as well be
    /// the article's own, and no sentence does.
    /// </summary>
    public static bool IsEnding(Marker marker, Block block) =>
        marker.Phrase.HasColon || (!MayBeProse(block) && (!marker.Phrase.IsOpenEnded || marker.Phrase.Named > 1 || IsName(block.Text)));

    /// <summary>Whether the second word of a heading has a capital, or its script has none.</summary>
    private static bool IsName(string text)
    {
        var second = text.AsSpan().Trim();
        second = second[(second.IndexOf(' ') + 1)..].TrimStart();
        return !second.IsEmpty && !char.IsLower(second[0]);
    }
}
