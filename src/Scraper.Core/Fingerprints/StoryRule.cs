namespace Scraper.Core.Fingerprints;

/// <summary>When two articles tell one story: near copies and partial reprints, not the same topic in other words.</summary>
public static class StoryRule
{
    /// <summary>Least shingles in common; below this it is a shared phrase or quote.</summary>
    public const int MinShared = 24;

    /// <summary>Least share of the smaller text in common, for articles of different sites.</summary>
    public const double MinShareAcross = 0.08;

    /// <summary>The same within one site, whose articles share standing phrases.</summary>
    public const double MinShareWithin = 0.5;

    /// <summary>Least shingles in common within one site: a notice of shipping and returns has some forty.</summary>
    public const int MinSharedWithin = 60;

    /// <summary>Whether two articles are tellings of one story.</summary>
    /// <param name="overlap">What their bodies have in common.</param>
    /// <param name="sameSite">Whether one site published both.</param>
    public static bool IsOneStory(Overlap overlap, bool sameSite) => sameSite
        ? overlap.Shared >= MinSharedWithin && overlap.Containment >= MinShareWithin
        : overlap.Shared >= MinShared && overlap.Containment >= MinShareAcross;
}
