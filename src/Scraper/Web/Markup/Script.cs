using System.Text;

namespace Scraper.Web.Markup;

/// <summary>A script of ours, from its file; there is no way to write one into a page.</summary>
internal sealed class Script(Asset file) : Node
{
    public override void Write(StringBuilder output) => output.Append("<script defer src=\"").Append(file.Path).Append("\"></script>");
}
