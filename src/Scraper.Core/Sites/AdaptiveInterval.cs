namespace Scraper.Core.Sites;

/// <summary>An interval that follows how often a site publishes, within bounds.</summary>
/// <param name="AtLeast">The shortest, at least one second.</param>
/// <param name="AtMost">The longest, at least <paramref name="AtLeast"/>.</param>
public sealed record AdaptiveInterval(TimeSpan AtLeast, TimeSpan AtMost)
{
    /// <summary>How many of a site's latest articles are gone by, at most.</summary>
    public const int Sample = 20;

    /// <summary>The bounds where a rule names none.</summary>
    public static AdaptiveInterval Default { get; } = new(TimeSpan.FromMinutes(5), TimeSpan.FromHours(6));

    /// <summary>
    /// The time until the next visit: the mean gap between the latest articles, the silence since the last of them
    /// included, so that it shortens in a busy hour and grows in a quiet night. Each visit then finds about one article.
    /// The longest interval for a site without any. The order of the times does not matter; those ahead of
    /// <paramref name="now"/> do not count.
    /// </summary>
    /// <param name="published">When articles came out; the latest <see cref="Sample"/> are gone by.</param>
    /// <param name="now">Now.</param>
    public TimeSpan Next(IEnumerable<DateTimeOffset> published, DateTimeOffset now)
    {
        var latest = published.Where(p => p <= now).OrderDescending().Take(Sample).ToList();
        return latest.Count == 0 ? AtMost : Within((now - latest[^1]) / latest.Count);
    }

    /// <summary>An interval brought within the bounds.</summary>
    /// <param name="interval">Any.</param>
    public TimeSpan Within(TimeSpan interval) => interval < AtLeast ? AtLeast : interval > AtMost ? AtMost : interval;
}
