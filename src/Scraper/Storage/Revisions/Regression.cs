using System.Globalization;
using Scraper.Core.Articles;
using Scraper.Core.Fingerprints;

namespace Scraper.Storage.Revisions;

/// <summary>Whether a new version of an article is worse than the one that is stored: the one place that decides it.</summary>
internal static class Regression
{
    /// <summary>A body below this share of the stored one's length is worse.</summary>
    public const double MinLengthKept = 0.5;

    /// <summary>Bodies shorter than this many characters are too short to judge by their length.</summary>
    public const int ShortBody = 200;

    /// <summary>A text that shares less than this with the stored one is another text.</summary>
    public const double MinShareKept = 0.05;

    /// <summary>A fall of the extraction's trust in itself by more than this is worse.</summary>
    public const double MaxConfidenceLost = 0.4;

    /// <summary>Why the new version must not replace the old one, or <see langword="null"/> where it may.</summary>
    /// <param name="before">The stored version.</param>
    /// <param name="after">The new one.</param>
    public static string? Find(Article before, Article after)
    {
        if (before.Text.Length == 0)
        {
            return null;
        }

        if (string.IsNullOrWhiteSpace(after.Text))
        {
            return "the new body is empty";
        }

        if (after.Text.Length < before.Text.Length * MinLengthKept && before.Text.Length >= ShortBody)
        {
            return string.Create(CultureInfo.InvariantCulture, $"the body shrank from {before.Text.Length} to {after.Text.Length} characters");
        }

        if (Primary(before.Language) is { } was && Primary(after.Language) is { } now && was != now)
        {
            return $"the language changed from {was} to {now}";
        }

        if (after.Confidence < before.Confidence - MaxConfidenceLost)
        {
            return string.Create(CultureInfo.InvariantCulture, $"confidence fell from {before.Confidence:0.00} to {after.Confidence:0.00}");
        }

        var kept = ShingleSet.Of(before.Text).With(ShingleSet.Of(after.Text));
        return kept.Count >= StoryRule.MinShared && kept.Share < MinShareKept && after.Text.Length < before.Text.Length * 2
            ? "another text, such as a consent or subscription wall, stands in its place"
            : null;
    }

    private static string? Primary(string? language) =>
        string.IsNullOrWhiteSpace(language) ? null : language.Split('-', '_')[0].ToLowerInvariant();
}
