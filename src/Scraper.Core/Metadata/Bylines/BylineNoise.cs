using System.Text;

namespace Scraper.Core.Metadata;

/// <summary>Takes out of bylines what is no part of a name.</summary>
internal static class BylineNoise
{
    /// <summary>A text without addresses and handles, and without what follows a lone "@": "Jane @ The X Blog".</summary>
    public static string Without(string text)
    {
        if (!text.Contains('@') && !text.Contains("www.", StringComparison.OrdinalIgnoreCase) && !text.Contains("://", StringComparison.Ordinal))
        {
            return text;
        }

        var kept = new StringBuilder();
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (word == "@" && kept.Length > 0)
            {
                break;
            }

            if (word.Contains('@') || word.Contains("://", StringComparison.Ordinal) || word.StartsWith("www.", StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }

            kept.Append(kept.Length > 0 ? " " : string.Empty).Append(word);
        }

        return kept.ToString();
    }

    /// <summary>A name of several words that stands twice, once for the screen and once for print, once: "Jane Doe Jane Doe". Some are called Ali Ali.</summary>
    public static string Once(string name)
    {
        var half = name.Length / 2;
        return name.Length % 2 == 1 && name[half] == ' ' && name.AsSpan(0, half).Contains(' ') && name.AsSpan(0, half).SequenceEqual(name.AsSpan(half + 1)) ? name[..half] : name;
    }
}
