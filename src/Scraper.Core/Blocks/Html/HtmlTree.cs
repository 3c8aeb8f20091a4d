using AngleSharp;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens.Struct;
using AngleSharp.Text;

namespace Scraper.Core.Blocks;

/// <summary>
/// A page parsed by the HTML standard's algorithm (through AngleSharp's construction interfaces) into a tree light
/// enough to be the only one the labellers need: no styles, no events, texts and attributes are slices of the page.
/// </summary>
public sealed class HtmlTree
{
    private HtmlTree(string source, HtmlRoot root, AttributeValues values, bool isTruncated)
    {
        Values = values;
        Source = source;
        Root = root;
        IsTruncated = isTruncated;
    }

    /// <summary>The text that was parsed; <see cref="HtmlElement.SourceOffset"/> counts in it.</summary>
    public string Source { get; }

    /// <summary>The document node; the <c>html</c> element is its child.</summary>
    public HtmlElement Root { get; }

    /// <summary>Whether a limit ended the reading before the end of the page.</summary>
    public bool IsTruncated { get; }

    /// <summary>The values by which its elements are called.</summary>
    internal AttributeValues Values { get; }

    /// <summary>The <c>lang</c> attribute of the <c>html</c> element, or <see langword="null"/>.</summary>
    public string? Language => ((HtmlRoot)Root).DocumentElement?.Attribute("lang");

    /// <summary>Parses a page. Any text gives a tree; past a limit the rest of the page is left unread.</summary>
    /// <param name="html">The whole page, decoded.</param>
    /// <param name="limits">How much of it to read.</param>
    /// <param name="cancellationToken">Checked at every token.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static HtmlTree Parse(string html, HtmlLimits limits, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(html);
        ArgumentNullException.ThrowIfNull(limits);
        return Parse(html, limits, new AttributeValues(), cancellationToken);
    }

    /// <summary>Parses markup that was found inside a page; its elements have no offset in the page.</summary>
    /// <param name="html">The markup.</param>
    /// <param name="values">The values of the page it stands in: those of the part are numbered after them.</param>
    /// <param name="cancellationToken">Checked at every token.</param>
    internal static HtmlTree ParsePart(string html, AttributeValues values, CancellationToken cancellationToken)
    {
        var tree = Parse(html, HtmlLimits.Default, values.Fork(), cancellationToken);
        foreach (var element in tree.Root.Descendants())
        {
            element.SourceOffset = -1;
        }

        return tree;
    }

    private static HtmlTree Parse(string html, HtmlLimits limits, AttributeValues values, CancellationToken cancellationToken)
    {
        var options = new HtmlParserOptions
        {
            // As browsers do: noscript holds raw text. Read as markup, an unclosed iframe in it would swallow the page.
            IsScripting = true,
            SkipComments = true,
            SkipProcessingInstructions = true,
            MaximumDepth = limits.Depth,
        };
        var factory = new HtmlElementFactory(limits.Elements, values);
        var context = BrowsingContext.New(new Configuration([factory]));
        var depth = new DepthGuard(limits.Depth);
        var tokens = 0;
        var isTruncated = false;
        TokenConsumptionResult Watch(ref StructHtmlToken token, TokenConsumer next)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var tag = token.Type is HtmlTokenType.StartTag or HtmlTokenType.EndTag ? TagNames.Html.Find(token.Name.Memory.Span) : null;
            if (depth.Admits(ref token, tag))
            {
                // Tags left out cost next to nothing: what follows a million of them is still read.
                if (++tokens > limits.Tokens)
                {
                    isTruncated = true;
                    return TokenConsumptionResult.Stop;
                }

                factory.Meet(ref token, tag);
                next(ref token);
            }

            return TokenConsumptionResult.Continue;
        }

        isTruncated = html.Length > limits.Length;
        html = isTruncated ? html[..limits.Length] : html;
        using var source = new TextSource(new ReadOnlyMemoryTextSource(html));
        try
        {
            var tree = new HtmlParser(options, context).ParseDocument<HtmlRoot, HtmlElement>(source, Watch);
            return new HtmlTree(html, tree, values, isTruncated);
        }
        catch (Exception e) when (e is LimitReachedException or NullReferenceException && factory.Document is not null)
        {
            // AngleSharp falls over some table parts in templates (fuzz seed 3, run 2369): what was read so far is the page.
            return new HtmlTree(html, factory.Document, values, isTruncated: true);
        }
    }
}
