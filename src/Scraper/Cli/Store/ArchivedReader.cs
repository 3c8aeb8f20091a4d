using Microsoft.Extensions.Logging.Abstractions;
using Scraper.Core;
using Scraper.Core.Sites;
using Scraper.Route;
using Scraper.Storage;
using Scraper.Watching;

namespace Scraper.Cli;

/// <summary>Reads archived pages by today's rules, whole: the further pages of an article with the first.</summary>
/// <param name="store">The store.</param>
/// <param name="rules">The rules.</param>
internal sealed class ArchivedReader(IStore store, SiteRuleSet rules) : IDisposable
{
    private readonly PageReader _reader = new(new Extractor(), new PipelineOptions());
    private readonly SiteWatch _watch = new(store.Memory, hook: null, TimeProvider.System, NullLogger<SiteWatch>.Instance);

    /// <summary>What comes of a page.</summary>
    /// <param name="archived">The page.</param>
    /// <param name="rule">The rule that it is read by.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<Extraction> ReadAsync(StoredPage archived, SiteRule rule, CancellationToken cancellationToken)
    {
        var template = await _watch.TemplateAsync(archived.Site, cancellationToken);
        var first = await _reader.ReadAsync(ArchivedPages.Raw(archived.Page), rule, rules, template, cancellationToken);
        var whole = await new PageFollower(new ArchivedPages(archived.Page.Parts), (p, r, c) => _reader.ReadAsync(p, r, rules, template, c), NullLogger.Instance)
            .WholeAsync(first, new Uri(archived.Page.FinalUrl), rule, cancellationToken);
        return whole.Extraction;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _reader.Dispose();
        _watch.Dispose();
    }
}
