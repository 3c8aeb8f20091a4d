using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace Scraper.Web.Markup;

/// <summary>Text, encoded for elements and quoted attributes; letters of all scripts stay readable.</summary>
internal sealed class TextNode(string text) : Node
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    public override void Write(StringBuilder output) => output.Append(Encode(text));

    public static string Encode(string text) => Encoder.Encode(text);
}
