using Scraper.Core.Articles;
using Scraper.Route;
using Scraper.Storage;

namespace Scraper.Reextraction;

/// <summary>An archived page, read again.</summary>
/// <param name="Page">The page.</param>
/// <param name="Outcome">What came of it.</param>
/// <param name="Detail">Why, for people; may be <see langword="null"/>.</param>
/// <param name="Before">The stored article; <see langword="null"/> where there is none or nobody looked.</param>
/// <param name="Journey">The reading; <see langword="null"/> where there was no need.</param>
internal sealed record PageReplay(StoredPage Page, ReplayOutcome Outcome, string? Detail = null, Article? Before = null, PageJourney? Journey = null)
{
    /// <summary>UTF-16 code units of the body that stands in the store.</summary>
    public int LengthBefore => Page.TextLength;

    /// <summary>UTF-16 code units of the body as it is read today.</summary>
    public int LengthAfter => Outcome switch
    {
        ReplayOutcome.Lost => 0,
        ReplayOutcome.Skipped => LengthBefore,
        _ => Journey?.Article?.Text.Length ?? 0,
    };

    /// <summary>Share of the stored body's length that is gone; negative where the body has grown.</summary>
    public double Loss => LengthBefore == 0 ? 0 : 1 - ((double)LengthAfter / LengthBefore);
}
