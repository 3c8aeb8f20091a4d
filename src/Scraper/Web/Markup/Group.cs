using System.Text;

namespace Scraper.Web.Markup;

/// <summary>Nodes one after another.</summary>
internal sealed class Group(IReadOnlyList<Node> nodes) : Node
{
    public override void Write(StringBuilder output)
    {
        foreach (var node in nodes)
        {
            node.Write(output);
        }
    }
}
