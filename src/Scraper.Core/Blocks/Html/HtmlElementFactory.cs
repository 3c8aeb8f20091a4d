using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using AngleSharp;
using AngleSharp.Common;
using AngleSharp.Dom;
using AngleSharp.Html.Construction;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens.Struct;
using AngleSharp.Text;

namespace Scraper.Core.Blocks;

/// <summary>
/// Makes the elements of one page's light tree. Where they
/// stand in the page is known from the token, which spares the parser a source reference an element.
/// </summary>
internal sealed class HtmlElementFactory(int limit, AttributeValues values) : IDomConstructionElementFactory<HtmlRoot, HtmlElement>
{
    /// <summary>The name that a <c>pre</c> or <c>listing</c> goes by inside the parser.</summary>
    private const string Disguise = "center";

    private readonly Dictionary<(string, NodeFlags), TagName> _others = [];
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);
    private ReadOnlyMemory<char> _name;
    private TagName? _tag;
    private string? _alias;
    private int _offset;
    private int _elements;

    /// <summary>The document that is being built.</summary>
    public HtmlRoot? Document { get; private set; }

    /// <summary>Notes the token that the parser consumes next: an element of its name is its element.</summary>
    /// <remarks>
    /// AngleSharp reads the token after a <c>pre</c> by recursion, to drop a line end in front of its text: a row of them
    /// goes as deep as it is long, and no limit sees them. A <c>center</c> nests by the same rules without looking
    /// ahead, so they pass as one; the line end is white space to the block walk.
    /// </remarks>
    /// <param name="token">The token.</param>
    /// <param name="tag">What is known of its name, if it is a tag's.</param>
    public void Meet(ref StructHtmlToken token, TagName? tag)
    {
        if (token.Type != HtmlTokenType.StartTag)
        {
            (_name, _tag, _offset) = (default, null, -1);
            _alias = null;
            return;
        }

        (_name, _tag, _offset) = (token.Name.Memory, tag, token.Position.Index);
        _alias = tag is { Text: "pre" or "listing" } ? tag.Text : null;
        if (_alias is not null)
        {
            token.Name = Disguise;
        }
    }

    public HtmlRoot CreateDocument(TextSource source, IBrowsingContext? context = null) => Document = new HtmlRoot(source, values);

    public HtmlElement Create(HtmlRoot document, StringOrMemory localName, StringOrMemory prefix = default, NodeFlags flags = NodeFlags.None)
    {
        var name = localName.Memory.Span;
        var tag = _alias is not null && name is Disguise ? _tag!
            : _tag is not null && name.SequenceEqual(_tag.Text) ? _tag
            : TagNames.Html.Find(name) ?? Other(localName, NodeFlags.HtmlMember);
        return Placed(Make((tag.Flags | flags) == tag.Flags ? tag : Other(tag.Text, tag.Flags | flags), values));
    }

    public HtmlElement CreateNoScript(HtmlRoot document, bool scripting)
    {
        var tag = Known("noscript");
        return Placed(new HtmlElement(Other(tag.Text, scripting ? tag.Flags | NodeFlags.LiteralText : tag.Flags & ~NodeFlags.LiteralText), values));
    }

    public HtmlElement CreateUnknown(HtmlRoot document, StringOrMemory tagName) => Placed(new HtmlElement(Other(tagName, NodeFlags.HtmlMember), values));

    public IConstructableNode CreateDocumentType(HtmlRoot document, StringOrMemory name, StringOrMemory publicIdentifier, StringOrMemory systemIdentifier) =>
        new HtmlText(default);

    public IConstructableMetaElement CreateMeta(HtmlRoot document) => Placed(new MetaElement(Known("meta"), values));

    public IConstructableScriptElement CreateScript(HtmlRoot document, bool parserInserted, bool started) => Placed(new ScriptElement(Known("script"), values));

    public IConstructableFrameElement CreateFrame(HtmlRoot document) => Placed(new FrameElement(Known("frame"), values));

    public IConstructableTemplateElement CreateTemplate(HtmlRoot document) => Placed(new TemplateElement(Known("template"), values));

    public IConstructableFormElement CreateForm(HtmlRoot document) => Placed(new FormElement(Known("form"), values));

    public IConstructableMathElement CreateMath(HtmlRoot document, StringOrMemory name = default) =>
        Placed(new MathElement(TagNames.MathMl.Find(name.Memory.Span) ?? Other(name, NodeFlags.MathMember), values));

    public IConstructableSvgElement CreateSvg(HtmlRoot document, StringOrMemory name = default) =>
        Placed(new SvgElement(TagNames.Svg.Find(name.Memory.Span) ?? Other(name, NodeFlags.SvgMember), values));

    /// <summary>The element for a name: the parser asks some by their class.</summary>
    internal static HtmlElement Make(TagName tag, AttributeValues values) => tag.Text switch
    {
        "template" when (tag.Flags & NodeFlags.HtmlMember) != 0 => new TemplateElement(tag, values),
        "form" when (tag.Flags & NodeFlags.HtmlMember) != 0 => new FormElement(tag, values),
        "script" when (tag.Flags & NodeFlags.HtmlMember) != 0 => new ScriptElement(tag, values),
        _ when (tag.Flags & NodeFlags.SvgMember) != 0 => new SvgElement(tag, values),
        _ when (tag.Flags & NodeFlags.MathMember) != 0 => new MathElement(tag, values),
        _ => new HtmlElement(tag, values),
    };

    private static TagName Known(string name) => TagNames.Html.Find(name)!;

    /// <summary>What is known of a name that is in no table; made once a page.</summary>
    private TagName Other(StringOrMemory name, NodeFlags flags)
    {
        var names = _names.GetAlternateLookup<ReadOnlySpan<char>>();
        if (!names.TryGetValue(name.Memory.Span, out var text))
        {
            _names[text = name.ToString()] = text;
        }

        return Other(text, flags);
    }

    private TagName Other(string name, NodeFlags flags)
    {
        ref var tag = ref CollectionsMarshal.GetValueRefOrAddDefault(_others, (name, flags), out _);
        return tag ??= new TagName(name, flags);
    }

    private T Placed<T>(T element)
        where T : HtmlElement
    {
        // What is left of recursion in the parser is bounded by the depth of the tree; a thread may be deep in its stack already.
        if (++_elements > limit || ((_elements & 7) == 0 && !RuntimeHelpers.TryEnsureSufficientExecutionStack()))
        {
            throw new LimitReachedException();
        }

        element.SourceOffset = ReferenceEquals(element.Tag, _tag) || _name.Span.SequenceEqual(element.Name) ? _offset : -1;
        return element;
    }

    private sealed class MetaElement(TagName tag, AttributeValues values) : HtmlElement(tag, values), IConstructableMetaElement
    {
        public void Handle()
        {
        }
    }

    private sealed class ScriptElement(TagName tag, AttributeValues values) : HtmlElement(tag, values), IConstructableScriptElement
    {
        public Task RunAsync(CancellationToken cancel) => Task.CompletedTask;

        public bool Prepare(IConstructableDocument document) => false;
    }

    private sealed class TemplateElement(TagName tag, AttributeValues values) : HtmlElement(tag, values), IConstructableTemplateElement
    {
        public void PopulateFragment()
        {
        }
    }

    private sealed class FrameElement(TagName tag, AttributeValues values) : HtmlElement(tag, values), IConstructableFrameElement;

    private sealed class FormElement(TagName tag, AttributeValues values) : HtmlElement(tag, values), IConstructableFormElement;

    private sealed class MathElement(TagName tag, AttributeValues values) : HtmlElement(tag, values), IConstructableMathElement;

    private sealed class SvgElement(TagName tag, AttributeValues values) : HtmlElement(tag, values), IConstructableSvgElement;
}
