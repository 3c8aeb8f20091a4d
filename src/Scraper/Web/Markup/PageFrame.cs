using System.Text;

namespace Scraper.Web.Markup;

/// <summary>
/// A frame for one of our own paths, in a sandbox in which nothing runs, no form is sent and only what a person clicks
/// leads away. It keeps our origin, so that a script of ours beside it may listen to clicks in it; inside none can run.
/// </summary>
/// <param name="path">A path of ours.</param>
/// <param name="title">What stands in it.</param>
internal sealed class PageFrame(string path, string title) : Node
{
    /// <summary>What the sandbox allows.</summary>
    public const string Sandbox = "allow-same-origin allow-top-navigation-by-user-activation";

    private readonly string _path = path is ['/', not '/' and not '\\', ..] ? path : throw new ArgumentException($"{path} is no path of ours", nameof(path));

    public override void Write(StringBuilder output) =>
        output.Append("<iframe class=\"page\" sandbox=\"").Append(Sandbox).Append("\" src=\"").Append(TextNode.Encode(_path)).Append("\" title=\"").Append(TextNode.Encode(title)).Append("\"></iframe>");
}
