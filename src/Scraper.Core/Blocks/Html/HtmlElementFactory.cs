using System.Collections.Frozen;
using System.Runtime.CompilerServices;
using AngleSharp;
using AngleSharp.Common;
using AngleSharp.Dom;
using AngleSharp.Html.Construction;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens.Struct;
using AngleSharp.Text;

namespace Scraper.Core.Blocks;

/// <summary>
/// Makes the elements of one page's light tree. Their parsing flags are read off AngleSharp's own elements; where they
/// stand in the page is known from the token, which spares the parser a source reference an element.
/// </summary>
internal sealed class HtmlElementFactory(int limit, AttributeValues values) : IDomConstructionElementFactory<HtmlRoot, HtmlElement>
{
    /// <summary>The name that a <c>pre</c> or <c>listing</c> goes by inside the parser.</summary>
    private const string Disguise = "center";

    private static readonly FrozenDictionary<string, NodeFlags> Html = Flags(NamespaceNames.HtmlUri,
        "html head title base link meta style script noscript template body article section nav aside h1 h2 h3 h4 h5 h6 hgroup header footer address main search " +
        "p hr pre blockquote ol ul menu li dl dt dd figure figcaption div a em strong small s cite q dfn abbr ruby rb rt rtc rp data time code var samp kbd sub sup i b u mark bdi bdo span br wbr ins del " +
        "picture source img iframe embed object param video audio track map area table caption colgroup col tbody thead tfoot tr td th form label input button select datalist optgroup option textarea output progress meter fieldset legend details summary dialog slot canvas " +
        "acronym applet basefont bgsound big blink center dir font frame frameset isindex keygen listing marquee menuitem nobr noembed noframes plaintext spacer strike tt xmp image");

    private static readonly FrozenDictionary<string, NodeFlags> Svg = Flags(NamespaceNames.SvgUri, "svg foreignObject desc title path g use circle rect");

    private static readonly FrozenDictionary<string, NodeFlags> Math = Flags(NamespaceNames.MathMlUri, "math mi mo mn ms mtext annotation-xml");

    private static readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> Names =
        Html.Keys.Concat(Svg.Keys).Concat(Math.Keys).Distinct().ToFrozenDictionary(n => n, n => n, StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    private ReadOnlyMemory<char> _name;
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
    public void Meet(ref StructHtmlToken token)
    {
        (_name, _offset) = token.Type == HtmlTokenType.StartTag ? (token.Name.Memory, token.Position.Index) : (default, -1);
        _alias = _name.Span is "pre" ? "pre" : _name.Span is "listing" ? "listing" : null;
        if (_alias is not null)
        {
            token.Name = Disguise;
        }
    }

    public HtmlRoot CreateDocument(TextSource source, IBrowsingContext? context = null) => Document = new HtmlRoot(source, values);

    public HtmlElement Create(HtmlRoot document, StringOrMemory localName, StringOrMemory prefix = default, NodeFlags flags = NodeFlags.None)
    {
        var name = _alias is not null && localName.Memory.Span is Disguise ? _alias : Name(localName);
        return Placed(Make(name, Html.GetValueOrDefault(name, NodeFlags.HtmlMember) | flags, values));
    }

    public HtmlElement CreateNoScript(HtmlRoot document, bool scripting) =>
        Placed(new HtmlElement("noscript", scripting ? Html["noscript"] | NodeFlags.LiteralText : Html["noscript"] & ~NodeFlags.LiteralText, values));

    public HtmlElement CreateUnknown(HtmlRoot document, StringOrMemory tagName) => Placed(new HtmlElement(Name(tagName), NodeFlags.HtmlMember, values));

    public IConstructableNode CreateDocumentType(HtmlRoot document, StringOrMemory name, StringOrMemory publicIdentifier, StringOrMemory systemIdentifier) =>
        new HtmlText(default);

    public IConstructableMetaElement CreateMeta(HtmlRoot document) => Placed(new MetaElement(Html["meta"], values));

    public IConstructableScriptElement CreateScript(HtmlRoot document, bool parserInserted, bool started) => Placed(new ScriptElement(Html["script"], values));

    public IConstructableFrameElement CreateFrame(HtmlRoot document) => Placed(new FrameElement(Html["frame"], values));

    public IConstructableTemplateElement CreateTemplate(HtmlRoot document) => Placed(new TemplateElement(Html["template"], values));

    public IConstructableFormElement CreateForm(HtmlRoot document) => Placed(new FormElement(Html["form"], values));

    public IConstructableMathElement CreateMath(HtmlRoot document, StringOrMemory name = default)
    {
        var local = Name(name);
        return Placed(new MathElement(local, Math.GetValueOrDefault(local, NodeFlags.MathMember), values));
    }

    public IConstructableSvgElement CreateSvg(HtmlRoot document, StringOrMemory name = default)
    {
        var local = Name(name);
        return Placed(new SvgElement(local, Svg.GetValueOrDefault(local, NodeFlags.SvgMember), values));
    }

    /// <summary>The element for a name: the parser asks some by their class.</summary>
    internal static HtmlElement Make(string name, NodeFlags flags, AttributeValues values) => name switch
    {
        "template" when (flags & NodeFlags.HtmlMember) != 0 => new TemplateElement(flags, values),
        "form" when (flags & NodeFlags.HtmlMember) != 0 => new FormElement(flags, values),
        "script" when (flags & NodeFlags.HtmlMember) != 0 => new ScriptElement(flags, values),
        _ when (flags & NodeFlags.SvgMember) != 0 => new SvgElement(name, flags, values),
        _ when (flags & NodeFlags.MathMember) != 0 => new MathElement(name, flags, values),
        _ => new HtmlElement(name, flags, values),
    };

    private T Placed<T>(T element)
        where T : HtmlElement
    {
        // What is left of recursion in the parser is bounded by the depth of the tree; a thread may be deep in its stack already.
        if (++_elements > limit || !RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            throw new LimitReachedException();
        }

        element.SourceOffset = _name.Span.SequenceEqual(element.Name) ? _offset : -1;
        return element;
    }

    private static string Name(StringOrMemory name) =>
        Names.TryGetValue(name.Memory.Span, out var interned) ? interned : name.ToString();

    private static FrozenDictionary<string, NodeFlags> Flags(string namespaceUri, string names)
    {
        using var document = new HtmlParser().ParseDocument(string.Empty);
        return names.Split(' ').ToFrozenDictionary(n => n, n => document.CreateElement(namespaceUri, n).Flags, StringComparer.Ordinal);
    }

    private sealed class MetaElement(NodeFlags flags, AttributeValues values) : HtmlElement("meta", flags, values), IConstructableMetaElement
    {
        public void Handle()
        {
        }
    }

    private sealed class ScriptElement(NodeFlags flags, AttributeValues values) : HtmlElement("script", flags, values), IConstructableScriptElement
    {
        public Task RunAsync(CancellationToken cancel) => Task.CompletedTask;

        public bool Prepare(IConstructableDocument document) => false;
    }

    private sealed class TemplateElement(NodeFlags flags, AttributeValues values) : HtmlElement("template", flags, values), IConstructableTemplateElement
    {
        public void PopulateFragment()
        {
        }
    }

    private sealed class FrameElement(NodeFlags flags, AttributeValues values) : HtmlElement("frame", flags, values), IConstructableFrameElement;

    private sealed class FormElement(NodeFlags flags, AttributeValues values) : HtmlElement("form", flags, values), IConstructableFormElement;

    private sealed class MathElement(string name, NodeFlags flags, AttributeValues values) : HtmlElement(name, flags, values), IConstructableMathElement;

    private sealed class SvgElement(string name, NodeFlags flags, AttributeValues values) : HtmlElement(name, flags, values), IConstructableSvgElement;
}
