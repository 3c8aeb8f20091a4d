namespace Scraper.Core.Blocks.Parsing;

/// <summary>
/// Tree construction (HTML Living Standard 13.2.6) with scripting on, each insertion mode in a file of its own. No step
/// recurs, and each token costs no more than the depth and the limits allow.
/// </summary>
internal sealed partial class TreeBuilder : IDisposable
{
    /// <summary>Tokens between two looks at whether the work is still wanted.</summary>
    private const int TokensALook = 32;

    private readonly HtmlLimits _limits;
    private readonly TextArena _arena;
    private readonly AttributeStore _attributes;
    private readonly HtmlTokenizer _tokenizer;
    private readonly NodeStore _nodes;
    private readonly SpaceRuns _spaces;
    private readonly OpenElements _open = new();
    private readonly ActiveFormatting _formatting;
    private readonly DepthGuard _depth;
    private readonly Stack<InsertionMode> _templateModes = new();
    private InsertionMode _mode;
    private TagName _tag = TagName.Document;
    private int _head;
    private int _form;
    private bool _isFramesetPossible = true;
    private bool _isFostering;
    private bool _isQuirks;
    private bool _isRaw;
    private int _droppedLineEnd = -1;

    /// <param name="html">The page, no longer than the limit.</param>
    /// <param name="limits">How much of it to read.</param>
    /// <param name="values">Numbers the values by which elements are called.</param>
    public TreeBuilder(string html, HtmlLimits limits, AttributeValues values)
    {
        _limits = limits;
        _arena = new TextArena(html);
        _attributes = new AttributeStore(values, html.Length / 32);
        _tokenizer = new HtmlTokenizer(html, _attributes, _arena);
        _nodes = new NodeStore(Math.Min((html.Length / 16) + 16, 16 * 1024));
        _spaces = new SpaceRuns(_arena);
        _formatting = new ActiveFormatting(_nodes, _attributes, limits.Depth);
        _depth = new DepthGuard(_open, limits.Depth);
    }

    /// <summary>Whether a limit ended the reading.</summary>
    public bool IsTruncated { get; private set; }

    /// <summary>The first <c>base</c> with an address; known when the page is read.</summary>
    public HtmlElement? Base { get; private set; }

    /// <summary>How many elements were made.</summary>
    public int Elements => _nodes.Elements;

    /// <summary>Reads the page.</summary>
    /// <param name="cancellationToken">Checked every few tokens.</param>
    /// <returns>The document.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public HtmlElement Build(CancellationToken cancellationToken)
    {
        var tokens = 0;
        while (_tokenizer.Next() is not TokenKind.EndOfFile and var kind)
        {
            if (kind is TokenKind.StartTag or TokenKind.EndTag && !_depth.Admits(kind, _tokenizer.Tag, _tokenizer.IsSelfClosing))
            {
                // Tags left out cost next to nothing: what follows a million of them is still read.
                continue;
            }

            if (++tokens > _limits.Tokens || _nodes.Elements > _limits.Elements)
            {
                IsTruncated = true;
                break;
            }

            if (tokens % TokensALook == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
            }

            Take(kind);
            _tokenizer.IsInForeignContent = _open.Count > 0 && _open.Top.Is(TagTraits.Foreign);
        }

        End();
        var assembly = new TreeAssembly(_nodes, _attributes, _arena, _tokenizer.Others);
        var document = assembly.Assemble();
        Base = assembly.Base;
        return document;
    }

    public void Dispose()
    {
        _nodes.Dispose();
        _open.Dispose();
    }

    private void Take(TokenKind kind)
    {
        switch (kind)
        {
            case TokenKind.Text:
                TakeText(_tokenizer.Text);
                break;
            case TokenKind.StartTag:
                _tag = _tokenizer.Tag;
                if (_open.Count > 0 && _open.Top.Is(TagTraits.Foreign) && !IsHtmlIn(_open.Top))
                {
                    StartForeign();
                }
                else
                {
                    Start(_mode);
                }

                break;
            case TokenKind.EndTag:
                _tag = _tokenizer.Tag;
                if (_isRaw)
                {
                    _isRaw = false;
                    _open.Pop();
                }
                else if (_open.Count > 0 && _open.Top.Is(TagTraits.Foreign))
                {
                    EndForeign();
                }
                else
                {
                    End(_mode);
                }

                break;
            default:
                TakeDoctype();
                break;
        }
    }

    /// <summary>Takes a start tag by the rules of a mode.</summary>
    private void Start(InsertionMode mode)
    {
        switch (mode)
        {
            case InsertionMode.Initial:
                Become(InsertionMode.BeforeHtml, isQuirks: true);
                Start(_mode);
                break;
            case InsertionMode.BeforeHtml:
                StartBeforeHtml();
                break;
            case InsertionMode.BeforeHead:
                StartBeforeHead();
                break;
            case InsertionMode.InHead:
                StartInHead();
                break;
            case InsertionMode.AfterHead:
                StartAfterHead();
                break;
            case InsertionMode.InBody:
                StartInBody();
                break;
            case InsertionMode.InTable:
                StartInTable();
                break;
            case InsertionMode.InCaption:
                StartInCaption();
                break;
            case InsertionMode.InColumnGroup:
                StartInColumnGroup();
                break;
            case InsertionMode.InTableBody:
                StartInTableBody();
                break;
            case InsertionMode.InRow:
                StartInRow();
                break;
            case InsertionMode.InCell:
                StartInCell();
                break;
            case InsertionMode.InSelect:
                StartInSelect();
                break;
            case InsertionMode.InSelectInTable:
                StartInSelectInTable();
                break;
            case InsertionMode.InTemplate:
                StartInTemplate();
                break;
            case InsertionMode.InFrameset:
                StartInFrameset();
                break;
            case InsertionMode.AfterFrameset or InsertionMode.AfterAfterFrameset:
                StartAfterFrameset();
                break;
            default:
                StartAfterBody();
                break;
        }
    }

    /// <summary>Takes an end tag by the rules of a mode.</summary>
    private void End(InsertionMode mode)
    {
        switch (mode)
        {
            case InsertionMode.Initial:
                Become(InsertionMode.BeforeHtml, isQuirks: true);
                End(_mode);
                break;
            case InsertionMode.BeforeHtml:
                EndBeforeHtml();
                break;
            case InsertionMode.BeforeHead:
                EndBeforeHead();
                break;
            case InsertionMode.InHead:
                EndInHead();
                break;
            case InsertionMode.AfterHead:
                EndAfterHead();
                break;
            case InsertionMode.InBody:
                EndInBody();
                break;
            case InsertionMode.InTable:
                EndInTable();
                break;
            case InsertionMode.InCaption:
                EndInCaption();
                break;
            case InsertionMode.InColumnGroup:
                EndInColumnGroup();
                break;
            case InsertionMode.InTableBody:
                EndInTableBody();
                break;
            case InsertionMode.InRow:
                EndInRow();
                break;
            case InsertionMode.InCell:
                EndInCell();
                break;
            case InsertionMode.InSelect:
                EndInSelect();
                break;
            case InsertionMode.InSelectInTable:
                EndInSelectInTable();
                break;
            case InsertionMode.InTemplate:
                EndInTemplate();
                break;
            case InsertionMode.InFrameset:
                EndInFrameset();
                break;
            case InsertionMode.AfterFrameset:
                EndAfterFrameset();
                break;
            case InsertionMode.AfterAfterFrameset:
                break;
            default:
                EndAfterBody();
                break;
        }
    }

    private void TakeDoctype()
    {
        if (_mode == InsertionMode.Initial)
        {
            Become(InsertionMode.BeforeHtml, _tokenizer.IsQuirksDoctype);
        }
    }

    private void Become(InsertionMode mode, bool isQuirks) => (_mode, _isQuirks) = (mode, isQuirks);

    /// <summary>The page has ended: every page has an html, a head and a body or frameset (13.2.6.4.1 to 13.2.6.4.22).</summary>
    private void End()
    {
        if (_isRaw)
        {
            _open.Pop();
        }

        while (_open.Templates > 0)
        {
            EndTemplate();
        }

        while (_mode < InsertionMode.InBody)
        {
            BecomeBody();
        }
    }
}
