using System.Collections.Concurrent;
using Scraper.Core;
using Scraper.Core.Decoding;
using Scraper.Core.Labelling;
using Scraper.Core.Sites;
using Scraper.Core.Sites.Learning;
using Scraper.Hosting;
using Scraper.Reextraction;
using Scraper.Route;
using Scraper.Storage;

namespace Scraper.Web.Bench;

/// <summary>Tries rules on archived pages along the daemon's own route; nothing is stored, nothing is fetched.</summary>
internal sealed class RuleBench(Pipeline pipeline, SiteCatalogue catalogue, BenchFiles files, IStore store, TimeProvider time)
{
    /// <summary>The newest pages of the archive on which a draft is tried.</summary>
    public const int PagesTried = 30;

    /// <summary>Further pages that a proposed line is counted on.</summary>
    private const int PagesCounted = 8;

    /// <summary>An archived page by its number; <see langword="null"/> where there is none, or its bytes are no longer kept.</summary>
    public async Task<StoredPage?> PageAsync(long id, CancellationToken cancellationToken) =>
        await store.Archive.FindAsync(id, cancellationToken) is { } page
            && UrlText.TryRead(page.Page.Url, out _) && UrlText.TryRead(page.Page.FinalUrl, out _) ? page : null;

    /// <summary>The newest archived page of a site; <see langword="null"/> where there is none.</summary>
    public async Task<StoredPage?> NewestAsync(string site, CancellationToken cancellationToken)
    {
        await foreach (var page in store.Archive.ReadAsync(new PageFilter { Site = site, Newest = 1 }, cancellationToken))
        {
            return page;
        }

        return null;
    }

    /// <summary>The file of the rule for a page.</summary>
    public BenchFile FileOf(StoredPage page) => files.Of(RuleOf(page), UrlHost.Of(new Uri(page.Page.FinalUrl)));

    /// <summary>A text for that file, read among the rules in force.</summary>
    public DraftRule Compile(StoredPage page, string text) => DraftRule.Of(FileOf(page), text, catalogue);

    /// <summary>The rule in force for a page.</summary>
    public SiteRule? RuleOf(StoredPage page) => ArchivedPages.RuleOf(page, catalogue.Rules);

    /// <summary>Reads a page by a rule.</summary>
    public Task<PageJourney> ReadAsync(StoredPage page, SiteRule? rule, CancellationToken cancellationToken) =>
        pipeline.ReadAsync(ArchivedPages.Raw(page.Page), rule, new ArchivedPages(page.Page.Parts), cancellationToken);

    /// <summary>What a page's blocks are: as its article is stored where the present text is of this page, else as it is read today.</summary>
    public async Task<IReadOnlyList<LabelledBlock>> BlocksAsync(StoredPage page, CancellationToken cancellationToken)
    {
        var read = (await ReadAsync(page, RuleOf(page), cancellationToken)).Article?.Blocks ?? [];
        var stored = page is { IsCurrent: true, ArticleId: { } id }
            ? (await store.Articles.FindAsync(id.ToString(System.Globalization.CultureInfo.InvariantCulture), cancellationToken))?.Article.Blocks ?? []
            : [];
        return [.. read.Select((b, i) => i < stored.Count && stored[i].Block.Text == b.Block.Text ? b with { Verdict = stored[i].Verdict } : b)];
    }

    /// <summary>What a draft would make of the newest pages.</summary>
    public async Task<ArchiveEffect> EffectAsync(string site, DraftRule draft, CancellationToken cancellationToken)
    {
        var pages = new ConcurrentBag<PageReplay>();
        var report = new ReextractionReport();
        await new Reextractor(pipeline, draft.Rules, store, time)
            .JudgeAsync(new ReextractionOptions { Site = site, Newest = PagesTried, All = true, Workers = Environment.ProcessorCount }, report, pages.Add, cancellationToken);
        return new ArchiveEffect([.. pages.OrderByDescending(p => p.Page.Id)], report.Costs.FirstOrDefault(c => c.Site == site));
    }

    /// <summary>Lines for the rule from what a person says of a block of a page.</summary>
    public async Task<IReadOnlyList<ProposedLine>> ProposeAsync(StoredPage page, DraftRule draft, int block, Label label, CancellationToken cancellationToken)
    {
        if (await ExampleAsync(page, draft.Rule ?? RuleOf(page), cancellationToken) is not { } example)
        {
            return [];
        }

        var others = new List<ExamplePage>();
        await foreach (var other in store.Archive.ReadAsync(new PageFilter { Site = page.Site, Rereadable = true, Newest = PagesCounted + 1 }, cancellationToken))
        {
            if (other.Id != page.Id && others.Count < PagesCounted && await ExampleAsync(other, ArchivedPages.RuleOf(other, draft.Rules), cancellationToken) is { } also)
            {
                others.Add(also);
            }
        }

        return LineProposer.Propose(example, block, label, others);
    }

    private async Task<ExamplePage?> ExampleAsync(StoredPage page, SiteRule? rule, CancellationToken cancellationToken)
    {
        var raw = ArchivedPages.Raw(page.Page);
        return raw.ContentType != "text/plain" && (await ReadAsync(page, rule, cancellationToken)).Article is { } article
            ? ExamplePage.Of(SiteRewriter.Rewrite(PageDecoder.Decode(raw.Body, raw.Charset).Text, rule?.Rewrites ?? []).Html, article, null, cancellationToken)
            : null;
    }
}
