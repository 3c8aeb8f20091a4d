namespace Scraper.Core.Sites;

/// <summary>One key of the vocabulary.</summary>
/// <param name="Name">As written in a file.</param>
/// <param name="Shape">What follows it.</param>
/// <param name="Description">What it is for, in a sentence.</param>
/// <param name="Section">The keys below it, for <see cref="SiteKeyShape.Section"/> and <see cref="SiteKeyShape.Sections"/>.</param>
internal sealed record SiteKey(string Name, SiteKeyShape Shape, string Description, IReadOnlyList<SiteKey>? Section = null)
{
    /// <summary>Whether nothing written after it means something: the empty text.</summary>
    public bool MayBeEmpty { get; init; }
}
