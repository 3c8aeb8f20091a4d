using System.Text;

namespace Scraper.Discovery.Feeds;

/// <summary>Builds the tree of a feed from start tags, texts and end tags, within bounds and whatever their order.</summary>
internal sealed class FeedTree(Uri? documentBase, string? language)
{
    // Deeper elements are kept flat; more nodes than this are left, and said to be.
    private const int MaxDepth = 200;
    private const int MaxNodes = 200_000;

    private readonly Stack<FeedNode> open = new();
    private readonly StringBuilder text = new();
    private int nodes;
    private int tooDeep;

    /// <summary>A nameless element around the document.</summary>
    public FeedNode Document { get; } = new() { Base = documentBase, Language = language };

    /// <summary>Whether nodes were left.</summary>
    public bool IsCut { get; private set; }

    private FeedNode Current => open.Count > 0 ? open.Peek() : Document;

    public void Open(string space, string name, IReadOnlyList<FeedAttribute> attributes)
    {
        Flush();
        if (open.Count >= MaxDepth || nodes >= MaxNodes)
        {
            IsCut = true;
            tooDeep++;
            return;
        }

        nodes++;
        var parent = Current;
        var lang = attributes.FirstOrDefault(a => a is { Namespace: FeedNames.Xml, Name: "lang" })?.Value;
        var xmlBase = attributes.FirstOrDefault(a => a is { Namespace: FeedNames.Xml, Name: "base" })?.Value;
        var node = new FeedNode
        {
            Namespace = space,
            Name = name,
            Attributes = attributes,
            Language = lang is null ? parent.Language : lang.Length == 0 ? null : lang.Replace('_', '-'),
            Base = xmlBase is null ? parent.Base : FeedUrl.Base(parent.Base, xmlBase),
        };
        parent.Children.Add(node);
        open.Push(node);
    }

    public void Text(string value) => text.Append(value);

    /// <summary>Closes the innermost element.</summary>
    public void Close()
    {
        Flush();
        if (tooDeep > 0)
        {
            tooDeep--;
        }
        else if (open.Count > 0)
        {
            open.Pop();
        }
    }

    /// <summary>Closes the innermost element of a name and those in it; nothing where there is none open.</summary>
    public void Close(Func<FeedNode, bool> matches)
    {
        if (tooDeep > 0)
        {
            Close();
        }
        else if (open.Any(matches))
        {
            while (!matches(open.Peek()))
            {
                Close();
            }

            Close();
        }
    }

    /// <summary>Whether an element that matches is open.</summary>
    public bool IsOpen(Func<FeedNode, bool> matches) => open.Any(matches);

    /// <summary>Ends the document.</summary>
    public FeedNode Finish()
    {
        Flush();
        return Document;
    }

    private void Flush()
    {
        if (text.Length > 0)
        {
            if (nodes < MaxNodes)
            {
                nodes++;
                Current.Children.Add(new FeedNode { Text = Windows1252.Repair(text.ToString()), Base = Current.Base, Language = Current.Language });
            }

            text.Clear();
        }
    }
}
