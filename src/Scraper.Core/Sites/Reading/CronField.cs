using System.Globalization;

namespace Scraper.Core.Sites;

/// <summary>One field of a cron expression: a list of values, ranges and steps.</summary>
/// <param name="Name">What it counts, for people.</param>
/// <param name="From">The lowest value.</param>
/// <param name="To">The highest.</param>
internal sealed record CronField(string Name, int From, int To)
{
    /// <summary>Names of the values from <see cref="From"/> on; empty where only numbers are written.</summary>
    public IReadOnlyList<string> Names { get; init; } = [];

    /// <summary>What may stand as the whole field besides.</summary>
    public CronPattern? Alone { get; init; }

    /// <summary>What may stand in a list besides.</summary>
    public CronPattern? InList { get; init; }

    /// <summary>What is wrong with a field's text; <see langword="null"/> where nothing is.</summary>
    public string? Problem(string text) =>
        Alone?.Allows(text) != true && text.Split(',').FirstOrDefault(part => InList?.Allows(part) != true && !IsRange(part)) is { } wrong
            ? string.Create(CultureInfo.InvariantCulture, $"\"{wrong}\" is no {Name} of a cron expression: write {From} to {To}{(Names.Count > 0 ? $" or {Names[0]} to {Names[^1]}" : string.Empty)}, as one, a range, a list or with a step (0/10)")
            : null;

    /// <summary>A value, a range or all, each perhaps with a step: <c>5</c>, <c>5-30</c>, <c>*</c>, <c>5-30/5</c>, <c>*/5</c>, <c>/5</c>.</summary>
    private bool IsRange(string part)
    {
        var slash = part.IndexOf('/', StringComparison.Ordinal);
        var range = slash < 0 ? part : part[..slash];
        var isStepGood = slash < 0 || Number(part[(slash + 1)..]) is { } step && step >= 1 && step <= Math.Min(To, 99);
        return isStepGood && (range == "*" || (range.Length == 0 && slash == 0) || IsSpan(range));
    }

    /// <summary>Both ends are numbers or both are names; a range may go over the end, such as 22-3, but years do not come again.</summary>
    private bool IsSpan(string range)
    {
        var dash = range.IndexOf('-', StringComparison.Ordinal);
        if (dash < 0)
        {
            return IsValue(range) || IsName(range);
        }

        var (first, last) = (range[..dash], range[(dash + 1)..]);
        return (IsName(first) && IsName(last))
            || (IsValue(first) && IsValue(last) && (From < 1970 || Number(first) <= Number(last)));
    }

    private bool IsValue(string text) => Number(text) is { } number && number >= From && number <= To;

    private bool IsName(string text) => Names.Contains(text, StringComparer.OrdinalIgnoreCase);

    private static int? Number(string text) =>
        text.Length is > 0 and <= 4 && text.All(char.IsAsciiDigit) ? int.Parse(text, CultureInfo.InvariantCulture) : null;
}
