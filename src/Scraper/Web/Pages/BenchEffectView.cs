using System.Globalization;
using Scraper.Reextraction;
using Scraper.Route;
using Scraper.Storage.Revisions;
using Scraper.Web.Bench;
using Scraper.Web.Markup;
using static Scraper.Web.Markup.Tag;

namespace Scraper.Web.Pages;

/// <summary>What a draft changes: on the page that it was tried on, and on the newest pages of the archive.</summary>
internal static class BenchEffectView
{
    private const int LongestDiff = 20_000;

    /// <summary>Both.</summary>
    public static Node Of(PageJourney today, PageJourney tried, ArchiveEffect effect) => E(
        "section",
        H2("Effect on this page"),
        This(today, tried),
        H2("Effect on the archive"),
        Archive(effect)).With("id", "effect");

    /// <summary>Asks for a confirmation where bodies would be lost.</summary>
    public static Node Confirmation(ArchiveEffect effect) => !effect.CostsTooMuch ? Node.None : P(
        E("input").With("type", "checkbox").With("id", "confirm").With("name", "confirm").With("value", "yes"),
        E("label", $" Save all the same: {effect.Count(ReplayOutcome.Lost)} archived pages lose their body, {effect.Count(ReplayOutcome.Worse)} get worse").With("for", "confirm")).Class("bad");

    private static Node This(PageJourney today, PageJourney tried)
    {
        var (before, after) = (Said(today), Said(tried));
        var diff = today.Article is { } was && tried.Article is { } now ? ParagraphDiff.Of(was, now) : string.Empty;
        return Group(
            P(before == after ? $"It reads as before: {after}." : $"Now: {before}. Then: {after}."),
            diff.Length == 0 ? P("The article stays as it is.") : Diff(diff));
    }

    private static string Said(PageJourney journey) => journey.Outcome is { } refused ? refused.ToString()
        : string.Create(CultureInfo.InvariantCulture, $"{journey.Article!.Text.Length:N0} characters, {(journey.Article.Rule is { FellBack: null } rule ? $"by the rule {rule.Name}" : journey.Article.Rule?.FellBack is { } why ? $"without the rule, which does not fit ({why})" : "without a rule")}");

    private static Node Archive(ArchiveEffect effect)
    {
        (ReplayOutcome Outcome, string Name)[] shown =
        [
            (ReplayOutcome.Lost, "lost"), (ReplayOutcome.Worse, "worse"), (ReplayOutcome.Better, "better"), (ReplayOutcome.New, "new"),
            (ReplayOutcome.Same, "the same"), (ReplayOutcome.Incomplete, "incomplete"), (ReplayOutcome.Failed, "failed"),
        ];
        var counts = string.Join(", ", shown.Select(s => (s.Name, Count: effect.Count(s.Outcome))).Where(s => s.Count > 0).Select(s => $"{s.Count} {s.Name}"));
        return Group(
            P($"Of the newest {effect.Pages.Count} pages, against what is stored of them: {(counts.Length > 0 ? counts : "none to compare")}.", effect.CostsTooMuch ? E("strong", " That is too much to save it unasked.").Class("bad") : Node.None),
            E("ul", [.. shown.Where(s => s.Outcome != ReplayOutcome.Same).SelectMany(s => effect.Pages.Where(p => ArchiveEffect.OutcomeOf(p) == s.Outcome).Select(p => (Node)Changed(p, s.Name)))]).Class("replays"));
    }

    private static Element Changed(PageReplay page, string name)
    {
        var diff = page is { Before: { } before, Journey.Article: { } after } && page.Outcome != ReplayOutcome.Lost ? ParagraphDiff.Of(before, after) : string.Empty;
        return E(
            "li",
            E(
                "details",
                E("summary", E("strong", name), $" {page.Page.Page.Url} ", E("small", string.Create(CultureInfo.InvariantCulture, $"{page.LengthBefore:N0} → {page.LengthAfter:N0} characters"))),
                page.Detail is null ? Node.None : P(page.Detail),
                P(E("a", "The page").With("href", BenchPath.Page(page.Page.Id))),
                diff.Length == 0 ? Node.None : Diff(diff))).Class(ArchiveEffect.OutcomeOf(page) is ReplayOutcome.Lost or ReplayOutcome.Worse or ReplayOutcome.Failed ? "bad" : null);
    }

    private static Element Diff(string diff) =>
        RevisionsPage.Diff(diff.Length <= LongestDiff ? diff : diff[..LongestDiff] + "\n…");
}
