using AngleSharp.Dom;
using AngleSharp.Html.Construction;
using AngleSharp.Html.Parser.Tokens.Struct;
using AngleSharp.Text;

namespace Scraper.Core.Blocks;

/// <summary>The document node while AngleSharp builds the light tree under it.</summary>
internal sealed class HtmlRoot(TextSource source, AttributeValues values) : HtmlElement(Document, values), IConstructableDocument
{
    private static readonly TagName Document = new("#document", NodeFlags.None);

    public TextSource Source { get; } = source;

    public IDisposable? Builder { get; set; }

    public QuirksMode QuirksMode { get; set; }

    public HtmlElement? DocumentElement => Find(this, "html");

    public HtmlElement? Head => DocumentElement is { } html ? Find(html, "head") : null;

    public bool IsLoading => false;

    IConstructableElement IConstructableDocument.Head => Head!;

    IConstructableElement IConstructableDocument.DocumentElement => DocumentElement!;

    public void PerformMicrotaskCheckpoint()
    {
    }

    public void ProvideStableState()
    {
    }

    public void AddComment(ref StructHtmlToken token)
    {
    }

    public void TrackError(Exception exception)
    {
    }

    public Task WaitForReadyAsync(CancellationToken cancelToken) => Task.CompletedTask;

    public Task FinishLoadingAsync() => Task.CompletedTask;

    public void ApplyManifest()
    {
    }

    public void Clear() => ChildList.Clear();

    private static HtmlElement? Find(HtmlElement parent, string name)
    {
        foreach (var child in parent.ChildSpan)
        {
            if (child is HtmlElement element && element.Name == name)
            {
                return element;
            }
        }

        return null;
    }
}
