using System.Text;
using System.Xml;

namespace Scraper.Web.Feeds;

/// <summary>Text that XML 1.0 and JSON can carry.</summary>
internal static class XmlText
{
    /// <summary>Control characters are left out; half a surrogate pair becomes U+FFFD.</summary>
    public static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value > char.MaxValue || XmlConvert.IsXmlChar((char)rune.Value))
            {
                clean.Append(rune.ToString());
            }
        }

        return clean.ToString();
    }
}
