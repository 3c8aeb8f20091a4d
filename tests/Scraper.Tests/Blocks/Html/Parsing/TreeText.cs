using System.Globalization;
using System.Text;
using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Scraper.Core.Blocks;
using HtmlElement = Scraper.Core.Blocks.HtmlElement;

namespace Scraper.Tests.Blocks.Html.Parsing;

/// <summary>A tree as text: of the light tree and of AngleSharp's, which must be the same. Comments and doctypes are left out, texts side by side are one.</summary>
internal static class TreeText
{
    private static readonly HtmlParser Parser = new(new HtmlParserOptions { IsScripting = true, IsKeepingSourceReferences = true }, BrowsingContext.New(new Configuration()));

    public static string OfLightTree(string html)
    {
        var text = new StringBuilder();
        var open = new Stack<(HtmlElement Parent, int Next)>([(HtmlTree.Parse(html, HtmlLimits.Default, CancellationToken.None).Root, 0)]);
        while (open.TryPop(out var level))
        {
            if (level.Next == level.Parent.Children.Count)
            {
                text.Append("</>");
                continue;
            }

            open.Push((level.Parent, level.Next + 1));
            var child = level.Parent.Children[level.Next];
            if (child is HtmlElement inner && inner.Parent != level.Parent)
            {
                throw new InvalidOperationException("a child that knows another parent");
            }

            if (child is HtmlText run)
            {
                text.Append(run.Text.Span);
            }
            else if (child is HtmlElement element)
            {
                Begin(text, element.Name, element.Attributes.Pairs.ToArray().Select(a => (a.Name.ToString(), a.Value.ToString())), element.SourceOffset);
                open.Push((element, 0));
            }
        }

        return text.ToString();
    }

    public static string OfAngleSharp(string html)
    {
        using var document = Parser.ParseDocument(html);
        var text = new StringBuilder();
        var open = new Stack<(INode Parent, int Next)>([(document, 0)]);
        while (open.TryPop(out var level))
        {
            var children = level.Parent is IHtmlTemplateElement template ? template.Content.ChildNodes : level.Parent.ChildNodes;
            if (level.Next == children.Length)
            {
                text.Append("</>");
                continue;
            }

            open.Push((level.Parent, level.Next + 1));
            if (children[level.Next] is IText run)
            {
                text.Append(run.Data);
            }
            else if (children[level.Next] is IElement element)
            {
                Begin(text, element.LocalName, element.Attributes.Select(a => (a.Name, a.Value)), element.SourceReference?.Position.Index ?? -1);
                open.Push((element, 0));
            }
        }

        return text.ToString();
    }

    private static void Begin(StringBuilder text, string name, IEnumerable<(string Name, string Value)> attributes, int offset)
    {
        text.Append('<').Append(name);
        foreach (var (key, value) in attributes)
        {
            // AngleSharp knows these by their namespace and drops the prefix.
            text.Append(' ').Append(key.StartsWith("xlink:", StringComparison.Ordinal) ? key[6..] : key).Append("='").Append(value).Append('\'');
        }

        // AngleSharp does not say where the svg and math elements themselves stand.
        text.Append(name is "svg" or "math" ? string.Empty : "@" + offset.ToString(CultureInfo.InvariantCulture)).Append('>');
    }
}
