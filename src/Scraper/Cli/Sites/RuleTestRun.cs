using Scraper.Core;
using Scraper.Core.Sites;
using Scraper.Discovery;
using Scraper.Storage;

namespace Scraper.Cli;

/// <summary>Runs the <c>tests</c> that rules bring along, on pages of the archive or, where it has none, on saved pages.</summary>
/// <param name="store">The archive, or <see langword="null"/> where there is none.</param>
/// <param name="folder">The saved pages.</param>
/// <param name="rules">The rules.</param>
/// <param name="output">Where the results go.</param>
internal sealed class RuleTestRun(IStore? store, FixtureFolder folder, SiteRuleSet rules, TextWriter output)
{
    private readonly Extractor _extractor = new();

    /// <summary>Runs the tests. One whose page is at neither place is told, and no failure.</summary>
    /// <param name="only">The rule whose tests are run, or <see langword="null"/> for every rule's.</param>
    /// <param name="cancellationToken">Stops between two tests.</param>
    /// <exception cref="CliException">An expected article beside a saved page is none.</exception>
    /// <returns>How many tests there are, how many fail, and how many have no page.</returns>
    public async Task<(int Tests, int Failed, int Missing)> RunAsync(SiteRule? only, CancellationToken cancellationToken)
    {
        var (count, failed, missing) = (0, 0, 0);
        using var archive = store is null ? null : new ArchivedReader(store, rules);
        var saved = new Lazy<ILookup<string, SavedPage>>(() => folder.Pages.Where(p => p.Expected.Url is not null).ToLookup(p => Canonical(p.Expected.Url!), StringComparer.Ordinal));
        foreach (var (rule, test) in (only is null ? rules.Sites : [only]).SelectMany(r => r.Tests.Select(t => (r, t))))
        {
            cancellationToken.ThrowIfCancellationRequested();
            count++;
            var extraction = await ArchivedAsync(archive, rule, test.Url, cancellationToken) ?? Saved(saved, rule, test.Url, cancellationToken);
            var faults = extraction is null ? [] : Faults(extraction, test).ToList();
            missing += extraction is null ? 1 : 0;
            failed += faults.Count > 0 ? 1 : 0;
            var state = extraction is null ? "none" : faults.Count > 0 ? "FAIL" : "ok  ";
            var why = extraction is null ? ": neither in the archive nor the url of a saved page's JSON" : string.Concat(faults.Select(f => $"{(f == faults[0] ? ": " : "; ")}{f}"));
            await output.WriteLineAsync(TerminalText.OneLine($"{state} {rule.Name} {test.Url}{why}"));
        }

        return (count, failed, missing);
    }

    private static IEnumerable<string> Faults(Extraction extraction, SiteTest test)
    {
        if (!extraction.Verdict.IsArticle)
        {
            yield return $"not an article: {extraction.Verdict}";
        }

        var text = Fold(extraction.Article.Text);
        foreach (var passage in test.Contains.Where(c => !text.Contains(Fold(c), StringComparison.Ordinal)))
        {
            yield return $"the text does not contain \"{passage}\"";
        }
    }

    private async Task<Extraction?> ArchivedAsync(ArchivedReader? archive, SiteRule rule, string url, CancellationToken cancellationToken) =>
        archive is not null && UrlText.TryRead(url, out var address)
        && (await store!.Archive.FindAsync(url, cancellationToken) ?? await store.Archive.FindAsync(Canonical(address), cancellationToken)) is { } page
            ? await archive.ReadAsync(page, rule, cancellationToken)
            : null;

    private Extraction? Saved(Lazy<ILookup<string, SavedPage>> saved, SiteRule rule, string url, CancellationToken cancellationToken)
    {
        if (!UrlText.TryRead(url, out var address) || saved.Value[Canonical(address)].FirstOrDefault() is not { } fixture)
        {
            return null;
        }

        var page = fixture.Read();
        return _extractor.ExtractHtml(page.Html, page.Context(rule), cancellationToken);
    }

    private static string Canonical(Uri url) => CanonicalUrl.Of(url).AbsoluteUri;

    private static string Fold(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
