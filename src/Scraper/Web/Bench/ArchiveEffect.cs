using Scraper.Reextraction;

namespace Scraper.Web.Bench;

/// <summary>What a draft would make of the newest pages of the archive, against what is stored of them.</summary>
/// <param name="Pages">The pages, newest first.</param>
/// <param name="Cost">The medians of their bodies before and after; <see langword="null"/> where none is stored.</param>
internal sealed record ArchiveEffect(IReadOnlyList<PageReplay> Pages, SiteCost? Cost)
{
    /// <summary>Share of the pages that may lose their body before a person has to confirm it.</summary>
    private const double MostLost = 0.05;

    /// <summary>How many pages ended in a way.</summary>
    public int Count(ReplayOutcome outcome) => Pages.Count(p => OutcomeOf(p) == outcome);

    /// <summary>Whether so much would be lost that saving needs a confirmation.</summary>
    public bool CostsTooMuch => Cost is { IsTooMuch: true } || Count(ReplayOutcome.Lost) + Count(ReplayOutcome.Worse) > MostLost * Pages.Count;

    /// <summary>The store takes a shorter body for better as long as half of it is there; a person is told earlier.</summary>
    public static ReplayOutcome OutcomeOf(PageReplay page) => page is { Outcome: ReplayOutcome.Better, Loss: > SiteCost.MostLost } ? ReplayOutcome.Worse : page.Outcome;
}
