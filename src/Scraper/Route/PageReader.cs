using Scraper.Core;
using Scraper.Core.Blocks;
using Scraper.Core.Decoding;
using Scraper.Core.Sites;
using Scraper.Core.Templates;
using Scraper.Fetching;

namespace Scraper.Route;

/// <summary>Reads one page: decode → blocks → label. So many at a time, each within its time. Same page and rules, same reading.</summary>
/// <param name="extractor">Blocks → label → article.</param>
/// <param name="options">How many at a time, and how long.</param>
internal sealed class PageReader(Extractor extractor, PipelineOptions options) : IDisposable
{
    private readonly WorkerThreads _threads = new(options.Extractions, "page reader");

    /// <summary>Reads a page when it is its turn.</summary>
    /// <param name="page">The page.</param>
    /// <param name="rule">The rule for its site; <see langword="null"/> to choose by host and by what the page shows.</param>
    /// <param name="rules">The rules to choose from.</param>
    /// <param name="template">What is known of the site's other pages, or <see langword="null"/>.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="OperationCanceledException">It took too long, or the token was cancelled.</exception>
    public Task<PageReading> ReadAsync(RawPage page, SiteRule? rule, SiteRuleSet rules, SiteTemplate? template, CancellationToken cancellationToken) =>
        _threads.RunAsync(
            () =>
            {
                using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
                deadline.CancelAfter(options.ExtractionTimeout);
                return Read(page, rule, rules, template, deadline.Token);
            },
            cancellationToken);

    /// <inheritdoc/>
    public void Dispose() => _threads.Dispose();

    private PageReading Read(RawPage page, SiteRule? rule, SiteRuleSet rules, SiteTemplate? template, CancellationToken cancellationToken)
    {
        var text = PageDecoder.Decode(page.Body, page.Charset).Text;
        if (PageContent.IsPlainText(page))
        {
            return new PageReading(page, extractor.ExtractText(text, page.FinalUrl, cancellationToken), SinglePage: null, NextPage: null);
        }

        // The page's own time, not the clock's: a page read again years later must say the same.
        var context = new PageContext { Url = page.FinalUrl, AskedUrl = page.RequestedUrl, Status = page.Status, Rule = rule, Rules = rules, Now = page.FetchedAt, Template = template };
        var extraction = extractor.ExtractHtml(text, context, cancellationToken);
        if (extraction.Rule?.Layout is not { } layout || layout is { SinglePage.Count: 0, NextPage.Count: 0 })
        {
            return new PageReading(page, extraction, SinglePage: null, NextPage: null);
        }

        var links = new SelectorPage(HtmlTree.Parse(text, HtmlLimits.Default, cancellationToken));
        return new PageReading(page, extraction, SitePaging.SinglePage(layout, links, page.FinalUrl), SitePaging.NextPage(layout, links, page.FinalUrl));
    }
}
