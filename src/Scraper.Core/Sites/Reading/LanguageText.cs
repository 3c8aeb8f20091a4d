using System.Globalization;

namespace Scraper.Core.Sites;

/// <summary>Languages as rule files write them: BCP 47 tags.</summary>
internal static class LanguageText
{
    /// <summary>Whether this machine knows the language of a tag.</summary>
    public static bool IsKnown(string tag)
    {
        try
        {
            return !string.IsNullOrWhiteSpace(tag) && CultureInfo.GetCultureInfo(tag, predefinedOnly: true).Name.Length > 0;
        }
        catch (CultureNotFoundException)
        {
            return false;
        }
    }
}
