using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace Scraper.Web.Markup;

/// <summary>Text, encoded for elements and quoted attributes; letters of all scripts stay readable. What HTML cannot carry is a blank.</summary>
internal sealed class TextNode(string text) : Node
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    public override void Write(StringBuilder output) => output.Append(Encode(text));

    public static string Encode(string text) => Encoder.Encode(text.Any(IsIllegal) ? new string([.. text.Select(c => IsIllegal(c) ? ' ' : c)]) : text);

    /// <summary>Whether HTML allows neither a character nor a reference to it (HTML standard, 13.2.5.80).</summary>
    private static bool IsIllegal(char c) => (char.IsControl(c) && c is not ('\t' or '\n')) || c is (>= '\uFDD0' and <= '\uFDEF') or '\uFFFE' or '\uFFFF';
}
