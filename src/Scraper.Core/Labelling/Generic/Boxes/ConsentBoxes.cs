using Scraper.Core.Blocks;
using Scraper.Core.Blocks.Parsing;

namespace Scraper.Core.Labelling;

/// <summary>
/// Boxes in which a page asks for consent to cookies, by the names that consent managers and publishers give them. Their
/// explanations read like an article, and may be longer than it (benchmark: 150 such boxes, none with a word of gold).
/// </summary>
internal static class ConsentBoxes
{
    /// <summary>Containers around a box at most: it lies over the page, not in its text.</summary>
    private const int Deepest = 6;

    /// <summary>A box that holds a greater part of the page's blocks is the page.</summary>
    private const double MostOfPage = 0.9;

    /// <summary>Log odds of what is no text for sure.</summary>
    private const float Never = -12;

    private static readonly string[] Managers =
    [
        "onetrust-", "cybotcookiebot", "didomi-", "usercentrics", "uc-banner", "qc-cmp", "sp_message", "iubenda-cs", "cookiescript", "cc-window", "cc-banner", "cky-consent", "cmplz-cookiebanner", "borlabscookiebox",
        "moove_gdpr", "osano-cm-", "trustarc", "clisettingspopup", "gdpr-cookie", "gdpr-banner", "gdpr-consent", "gdpr-popup", "gdpr-modal",
    ];

    private static readonly MarkupWords Names = new((1u,
    [
        .. Managers,
        .. Joined(["cookie", "cookies"], ["banner", "consent", "notice", "popup", "modal", "dialog", "layer", "overlay", "message", "settings", "warning", "alert", "law", "wall"]),
        .. Joined(["consent"], ["banner", "manager", "popup", "modal", "dialog", "layer", "overlay", "wall"]),
    ]));

    /// <summary>The blocks of a page that stand in such boxes. A box with an <c>h1</c> is a page about cookies.</summary>
    public static IReadOnlyList<Range> Find(PageView view)
    {
        List<Range>? found = null;
        var end = 0;
        foreach (ref readonly var box in view.Containers)
        {
            if (box.Depth <= Deepest && box.FirstBlock >= end && box.EndBlock > box.FirstBlock && box.EndBlock - box.FirstBlock <= MostOfPage * view.Count && IsNamed(box.Element) && !HoldsHeadline(view, box))
            {
                (found ??= []).Add(box.FirstBlock..box.EndBlock);
                end = box.EndBlock;
            }
        }

        return found is null ? [] : found;
    }

    /// <summary>Makes the blocks of such boxes no text.</summary>
    /// <param name="boxes">What <see cref="Find"/> gave.</param>
    /// <param name="logOdds">A score of each block of the page.</param>
    /// <returns>The same scores.</returns>
    public static float[] Silence(IReadOnlyList<Range> boxes, float[] logOdds)
    {
        foreach (var box in boxes)
        {
            logOdds.AsSpan(box).Fill(Never);
        }

        return logOdds;
    }

    private static bool IsNamed(HtmlElement element)
    {
        if (element.Tag.Id is TagId.Html or TagId.Body)
        {
            return false;
        }

        foreach (ref readonly var attribute in element.Attributes.Pairs)
        {
            if (attribute.Kind is AttributeKind.Class or AttributeKind.Id && Names.In(attribute.Value.Span) != 0)
            {
                return true;
            }
        }

        return false;
    }

    private static bool HoldsHeadline(PageView view, in BlockContainer box)
    {
        foreach (var block in view.Blocks[box.FirstBlock..box.EndBlock])
        {
            if (block is { Kind: BlockKind.Heading, Level: 1 })
            {
                return true;
            }
        }

        return false;
    }

    private static IEnumerable<string> Joined(string[] first, string[] second) =>
        from one in first from joint in (string[])["", "-", "_"] from other in second select one + joint + other;
}
