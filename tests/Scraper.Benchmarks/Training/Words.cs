using System.Globalization;
using System.Text;

namespace Scraper.Benchmarks.Training;

/// <summary>Cuts text into lower-case words; in scripts without spaces every character is one.</summary>
internal static class Words
{
    public static List<string> Of(string text)
    {
        var words = new List<string>();
        var start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            var c = i < text.Length ? text[i] : ' ';
            var isWord = char.IsLetterOrDigit(c) || c == '_' || (start >= 0 && char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark);
            var isLone = isWord && c is >= '\u2e80' and < '\uac00' or >= '\uf900' and < '\ufb00' or >= '\u0e00' and < '\u0f00';
            if (start >= 0 && (!isWord || isLone))
            {
                words.Add(text[start..i].ToLowerInvariant());
                start = -1;
            }

            if (isLone)
            {
                words.Add(text.Substring(i, 1));
            }
            else if (isWord && start < 0)
            {
                start = i;
            }
        }

        return words;
    }

    public static string Normal(string text) => text.Normalize(NormalizationForm.FormC);
}
