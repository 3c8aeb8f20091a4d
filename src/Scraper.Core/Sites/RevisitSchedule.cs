namespace Scraper.Core.Sites;

/// <summary>When a stored article is looked at again: often while it is new, since news is edited in its first hours, then never.</summary>
/// <param name="Ages">Ages at which it is looked at again, ascending; empty for never.</param>
public sealed record RevisitSchedule(IReadOnlyList<TimeSpan> Ages)
{
    /// <summary>Most ages that a rule may name.</summary>
    public const int MostAges = 20;

    /// <summary>An article published so shortly before it was met is new: its age counts from then, as publications date by the day.</summary>
    private static readonly TimeSpan New = TimeSpan.FromDays(1);

    /// <summary>What holds where a rule says nothing: after an hour, six hours, a day and a week.</summary>
    public static RevisitSchedule Default { get; } = new([TimeSpan.FromHours(1), TimeSpan.FromHours(6), TimeSpan.FromDays(1), TimeSpan.FromDays(7)]);

    /// <summary>An article is fetched once.</summary>
    public static RevisitSchedule Never { get; } = new([]);

    /// <summary>When to look at an article next: at the first age that it has not reached; <see langword="null"/> for never. Missed looks are not made up for.</summary>
    /// <param name="published">When it says it was published, where it does.</param>
    /// <param name="firstSeen">When it was first met.</param>
    /// <param name="now">Now.</param>
    public DateTimeOffset? Next(DateTimeOffset? published, DateTimeOffset firstSeen, DateTimeOffset now)
    {
        var since = published < firstSeen - New ? published.Value : firstSeen;
        foreach (var age in Ages)
        {
            if (since + age > now)
            {
                return since + age;
            }
        }

        return null;
    }

    /// <inheritdoc/>
    public bool Equals(RevisitSchedule? other) => other is not null && Ages.SequenceEqual(other.Ages);

    /// <inheritdoc/>
    public override int GetHashCode() => Ages.Aggregate(0, HashCode.Combine);
}
