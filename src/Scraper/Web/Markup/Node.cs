using System.Text;

namespace Scraper.Web.Markup;

/// <summary>A piece of a page. Text becomes a node by itself and is encoded when it is written; there is no way to write markup as text.</summary>
internal abstract class Node
{
    /// <summary>Nothing at all.</summary>
    public static Node None { get; } = new Group([]);

    public static implicit operator Node(string? text) => string.IsNullOrEmpty(text) ? None : new TextNode(text);

    public static implicit operator Node(long number) => new TextNode(number.ToString(System.Globalization.CultureInfo.InvariantCulture));

    public abstract void Write(StringBuilder output);

    public sealed override string ToString()
    {
        var output = new StringBuilder(4096);
        Write(output);
        return output.ToString();
    }
}
