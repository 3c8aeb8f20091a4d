using System.CommandLine;
using System.Globalization;
using Scraper.Core;
using Scraper.Core.Articles;
using Scraper.Core.Sites;
using Scraper.Core.Sites.Learning;
using Scraper.Core.Templates;
using Scraper.Storage;

namespace Scraper.Cli;

/// <summary><c>scraper sites learn</c>: a site rule from a few pages.</summary>
internal static class SitesLearnCommand
{
    /// <summary>Pages of an archive that are looked at; more teach nothing new.</summary>
    private const int MostPages = 12;

    /// <summary>Pages of a group that are named.</summary>
    private const int MostNamed = 10;

    private const string Unvisited = "It only cleans pages until it has a schedule: \"schedule: { every: adaptive }\" has the daemon visit the site, by the feeds its home page announces, its sitemaps, or else its links.";

    private static readonly Extractor Extractor = new();

    public static Command Create()
    {
        var targets = new Argument<string[]>("URL|FILE") { Description = "Two or more pages of one layout: addresses or saved pages.", Arity = ArgumentArity.ZeroOrMore };
        var wanted = new Option<string[]>("--wanted") { Description = "A passage of an article's text, so that the right part of the page is found; may be given once a page." };
        var site = new Option<string?>("--site") { Description = "Host of the site, where saved pages do not tell it; with no page given, the site or host whose archived pages are read.", HelpName = "HOST" };
        var command = new Command(
            "learn",
            """
            Propose a site rule from two or more pages of a site: where body, title, date, author and captions stand, what is to be
            stripped, and why. The rule goes to standard output as YAML, to be tried with 'scraper sites try'. From three pages on it
            has a score, which comes from reading each page by a rule that was learnt from the other pages only.

            Examples:
              scraper sites learn https://example.com/a https://example.com/b https://example.com/c > example.com.yaml
              scraper sites learn saved/*.html --site example.com
              scraper sites learn saved/*.html --site example.com --wanted "The council voted on Tuesday"
              scraper sites learn --site example.com

            Exit codes: 0 a rule is proposed, 1 no rule can be made of these pages, 2 usage.
            """)
        {
            targets, wanted, site, SettingsOptions.Store(), SettingsOptions.Config(),
        };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var given = parsed.GetValue(site);
            var isArchived = parsed.GetValue(targets) is not [_, ..];
            if (given is not null && !isArchived && Uri.CheckHostName(given) is not (UriHostNameType.Dns or UriHostNameType.IPv4))
            {
                throw new CliException($"--site {given}: not a host; write it without scheme, port and path: example.com");
            }

            var pages = new List<SitePage>();
            var fetching = SettingsOptions.Read(parsed).Fetching;
            foreach (var target in parsed.GetValue(targets) ?? [])
            {
                var page = await SitePage.ReadAsync(target, null, fetching, null, cancellationToken);
                pages.Add(given is null ? page.AtItsOwnAddress(cancellationToken) : page);
            }

            var name = given ?? pages.Find(p => p.Url is not null)?.Host ?? throw new CliException("--site: name the site's host; these saved pages do not tell it (by rel=canonical)");
            if (isArchived)
            {
                pages = await ArchivedAsync(parsed, name, cancellationToken);
            }

            if (pages.Count < SiteRuleLearner.LeastPages)
            {
                throw new CliException($"{name}: {pages.Count} page; give two or more of one layout, so that what repeats can be told from what does not");
            }

            string[] hosts = [.. pages.Select(p => p.Host).Where(h => h.Length > 0).DefaultIfEmpty(name).Select(Bare).Distinct(StringComparer.OrdinalIgnoreCase)];
            var template = Template(pages, cancellationToken);
            var articles = pages.Select(p => Extractor.ExtractHtml(p.Html, new PageContext { Url = p.Url, Template = template }, cancellationToken).Article).ToList();
            var passages = parsed.GetValue(wanted) ?? [];
            foreach (var passage in passages.Where(w => !articles.Exists(a => Holds(a, w))))
            {
                await Console.Error.WriteLineAsync($"scraper: --wanted \"{passage}\": in no block of these pages; it is left out");
            }

            var examples = pages.Zip(articles, (page, article) => ExamplePage.Of(page.Html, article, Array.Find(passages, w => Holds(article, w)), cancellationToken)).ToList();
            var head = new List<string>();
            var rule = SiteRuleLearner.Learn(examples);
            if (rule is null && PageLayouts.Group(examples) is [var group, ..] groups && group.Count < pages.Count)
            {
                head.Add(Layouts(groups, pages));
                await Console.Error.WriteLineAsync($"scraper: {name}: {head[0]}");
                (pages, examples) = ([.. group.Select(i => pages[i])], [.. group.Select(i => examples[i])]);
                rule = SiteRuleLearner.Learn(examples);
            }

            if (rule is null)
            {
                await Console.Error.WriteLineAsync($"scraper: {name}: no element that holds the text has a lasting name; give --wanted with a passage of the text");
                return ExitCode.SomeFailed;
            }

            Console.Out.Write(LearntRuleWriter.Write(rule, name, hosts, [$"Proposed by 'scraper sites learn' from {pages.Count} pages. Try it before you use it.", .. head, Unvisited, .. Scores(pages, examples, cancellationToken)]));
            return ExitCode.Ok;
        });
        return command;
    }

    /// <summary>Which pages go together, and which the rule is from.</summary>
    private static string Layouts(IReadOnlyList<IReadOnlyList<int>> groups, List<SitePage> pages)
    {
        var alone = Enumerable.Range(0, pages.Count).Except(groups.SelectMany(g => g)).ToList();
        var told = string.Join("; ", groups.Select(Named).Concat(alone.Count > 0 ? [$"{Named(alone)} like no other"] : Array.Empty<string>()));
        return $"these pages seem to have several layouts ({told}); the rule is from the first of these groups, learn the others by themselves and put them under layouts";

        string Named(IReadOnlyList<int> group) =>
            $"page{(group.Count > 1 ? "s" : string.Empty)} {string.Join(", ", group.Take(MostNamed).Select(i => pages[i].Url is { } url ? $"{i + 1} {url.AbsolutePath}" : $"{i + 1}"))}{(group.Count > MostNamed ? $" and {group.Count - MostNamed} more" : string.Empty)}";
    }

    private static async Task<List<SitePage>> ArchivedAsync(ParseResult parsed, string site, CancellationToken cancellationToken)
    {
        await using var store = await StoreOpening.OpenAsync(parsed, StoreAccess.Read, cancellationToken);
        var pages = await LatestAsync(store, site, _ => true, cancellationToken);
        if (pages.Count == 0)
        {
            // A site that has a rule is called by the rule's name.
            pages = await LatestAsync(store, null, url => Bare(url.Host).Equals(Bare(site), StringComparison.OrdinalIgnoreCase), cancellationToken);
        }

        return pages.Count > 0 ? pages : throw new CliException($"--site {site}: no article of such a site or host is in the archive of {store.Location}");
    }

    private static async Task<List<SitePage>> LatestAsync(IStore store, string? site, Func<Uri, bool> isWanted, CancellationToken cancellationToken)
    {
        var latest = new Queue<SitePage>();
        await foreach (var archived in store.Archive.ReadAsync(new PageFilter { Site = site, CurrentOnly = true, ByTime = true, Newest = site is null ? null : MostPages }, cancellationToken))
        {
            if (!UrlText.TryRead(archived.Page.FinalUrl, out var url) || !isWanted(url) || SitePage.Of(archived.Page) is not { } page)
            {
                continue;
            }

            latest.Enqueue(page);
            if (latest.Count > MostPages)
            {
                latest.Dequeue();
            }
        }

        return [.. latest];
    }

    /// <summary>What the pages have in common; <see langword="null"/> for two.</summary>
    private static SiteTemplate? Template(List<SitePage> pages, CancellationToken cancellationToken) => SiteTemplate.Of(pages.Select((page, number) => (page, number)).Aggregate(
        TemplateMemory.Empty,
        (memory, p) => TemplateLearner.Learn(memory, p.page.Url?.AbsoluteUri ?? $"page {p.number}", Extractor.ExtractHtml(p.page.Html, new PageContext { Url = p.page.Url }, cancellationToken).Article.Blocks)));

    private static bool Holds(Article article, string passage) => article.Blocks.Any(b => b.Block.Text.Contains(passage.Trim(), StringComparison.OrdinalIgnoreCase));

    /// <summary>For each page how a rule that has not been shown it reads it, against the generic reading and against the rule that has.</summary>
    private static IEnumerable<string> Scores(List<SitePage> pages, List<ExamplePage> examples, CancellationToken cancellationToken)
    {
        if (pages.Count <= SiteRuleLearner.LeastPages)
        {
            yield break;
        }

        var whole = Rule(SiteRuleLearner.Learn(examples)!);
        for (var i = 0; i < pages.Count && i < MostPages; i++)
        {
            string score;
            if (SiteRuleLearner.Learn([.. examples.Where((_, n) => n != i)]) is { } others)
            {
                var (text, known) = (Text(pages[i], Rule(others), cancellationToken), Text(pages[i], whole, cancellationToken));
                score = string.Create(CultureInfo.InvariantCulture, $"word F1 {TextLikeness.WordF1(examples[i].Article.Text, text):0.000} against what is read without a rule, {TextLikeness.WordF1(known, text):0.000} against this rule");
            }
            else
            {
                score = "the other pages make no rule";
            }

            yield return $"not shown page {i + 1} ({pages[i].Url?.AbsolutePath ?? examples[i].Article.Title}): {score}";
        }
    }

    private static SiteRule Rule(LearntRule rule) =>
        SiteRuleReader.Read(new SiteFile("learnt.yaml", LearntRuleWriter.Write(rule, "learnt", [], []))).Rule ?? throw new InvalidOperationException("a learnt rule does not read");

    private static string Text(SitePage page, SiteRule rule, CancellationToken cancellationToken) =>
        Extractor.ExtractHtml(page.Html, page.Context(rule), cancellationToken).Article.Text;

    private static string Bare(string host) => host.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? host[4..] : host;
}
