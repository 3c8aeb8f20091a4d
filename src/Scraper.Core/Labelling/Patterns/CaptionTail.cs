using System.Buffers;

namespace Scraper.Core.Labelling;

/// <summary>
/// Tells captions by what stands behind their last sentence, in any language: "… in a storm. Ann Lee/AP", "(Ann Lee/AP)", "| EFE",
/// "/ ANA LEE"; and by a camera in front.
/// </summary>
internal static class CaptionTail
{
    private static readonly SearchValues<char> Opening = SearchValues.Create("([");
    private static readonly string[] Cameras = ["📷", "📸"];

    /// <summary>Longest credit, in UTF-16 code units.</summary>
    private const int Longest = 60;

    /// <summary>Most words of a name and of the agency beside it, each.</summary>
    private const int LongestName = 4;

    /// <summary>Why the text is a caption, or <see langword="null"/>.</summary>
    public static Reason? Find(string text) =>
        Array.Exists(Cameras, c => text.StartsWith(c, StringComparison.Ordinal)) ? new Reason(ReasonKind.Pattern, "a camera before it", 0.9)
        : IsCredit(text) ? new Reason(ReasonKind.Pattern, "a credit behind its last sentence", 0.9)
        : null;

    /// <summary>What follows the last sentence, its space trimmed; empty where it is long or there is none. The number of an item, "8.", is no sentence.</summary>
    public static ReadOnlySpan<char> Of(string text)
    {
        var from = Math.Max(0, text.Length - Longest);
        var stop = text.AsSpan(from).LastIndexOf(". ");
        return stop >= 0 && text.AsSpan(0, from + stop).Contains(' ') ? text.AsSpan(from + stop + 2).Trim() : default;
    }

    private static bool IsCredit(string text)
    {
        var tail = Of(text);
        if (tail is ['(' or '[', .., ')' or ']'])
        {
            return !tail[1..].ContainsAny(Opening) && IsPair(tail[1..^1]);
        }

        return tail switch
        {
            ['|', .. var name] => Names(name) > 0,
            ['/', .. var name] => Names(name) > 1 && !name.ContainsAnyInRange('a', 'z'),
            _ => IsPair(tail),
        };
    }

    /// <summary>"Ann Lee/AP", "EFE/Ana Lee": two names, one of them a person's.</summary>
    private static bool IsPair(ReadOnlySpan<char> text)
    {
        var slash = text.IndexOf('/');
        return slash > 0 && Names(text[..slash]) is > 0 and var first && Names(text[(slash + 1)..]) is > 0 and var second && Math.Max(first, second) > 1;
    }

    /// <summary>How many words a name has, each with a capital; 0 where it is none.</summary>
    public static int Names(ReadOnlySpan<char> text)
    {
        var count = 0;
        foreach (var range in text.Trim().Split(' '))
        {
            if (text.Trim()[range] is not [var first, ..] word || !char.IsUpper(first) || word.ContainsAny(".:;!?") || ++count > LongestName)
            {
                return 0;
            }
        }

        return count;
    }
}
