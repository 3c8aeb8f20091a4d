using System.Text.RegularExpressions;
using Scraper.Core.Sites;

namespace Scraper.Core.Labelling;

/// <summary>Runs a selector's text filters.</summary>
internal static class FieldText
{
    /// <summary>The most values that one selector gives; the rest of a hostile page is left.</summary>
    public const int MostValues = 200;

    /// <summary>The longest text that filters look at, in UTF-16 code units.</summary>
    private const int LongestText = 20_000;

    /// <summary>A hit's text as the selector's filters leave it: none, one or (with <c>split</c>) several values.</summary>
    /// <exception cref="RegexMatchTimeoutException">A pattern took too long.</exception>
    public static IEnumerable<string> Filter(string text, Selector selector)
    {
        IEnumerable<string> values = [text.Length > LongestText ? text[..LongestText] : text];
        foreach (var filter in selector.Filters)
        {
            values = filter switch
            {
                TextFilter.Replace replace => values.Select(v => replace.Find.Replace(v, replace.With)),
                TextFilter.Split split => values.SelectMany(v => split.At.Split(v)),
                TextFilter.Trim trim => values.Select(v => v.Trim([.. trim.Characters, ' '])),
                _ => values,
            };
        }

        return values.Select(v => v.Trim()).Where(v => v.Length > 0).Take(MostValues).ToList();
    }
}
