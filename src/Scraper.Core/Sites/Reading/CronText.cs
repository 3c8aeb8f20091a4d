namespace Scraper.Core.Sites;

/// <summary>
/// Cron expressions as rule files write them: six or seven fields, seconds first, as Quartz reads them
/// (https://www.quartz-scheduler.net/documentation/quartz-3.x/tutorial/crontriggers.html). Whatever passes here Quartz takes.
/// </summary>
internal static class CronText
{
    private const string Day = "([1-7]|SUN|MON|TUE|WED|THU|FRI|SAT)";
    private const string DayOfMonth = "([1-9]|[12][0-9]|3[01])";

    private static readonly CronField[] Fields =
    [
        new("second", 0, 59),
        new("minute", 0, 59),
        new("hour", 0, 23),
        new("day of the month", 1, 31) { Alone = new(@"\?"), InList = new($"L(-([0-9]|[12][0-9]|30))?W?|{DayOfMonth}W") },
        new("month", 1, 12) { Names = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"] },
        new("day of the week", 1, 7) { Names = ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"], Alone = new($@"\?|{Day}?L|{Day}\#[1-5]") },
        new("year", 1970, 2099),
    ];

    /// <summary>Reports an expression that is none.</summary>
    /// <param name="section">Where it stands.</param>
    /// <param name="key">Under which key.</param>
    /// <param name="cron">Its text; <see langword="null"/> where there is none.</param>
    public static void Check(YamlSection section, string key, string? cron)
    {
        if (cron is not null && Problem(cron) is { } problem)
        {
            section.Problems.Error(section.Node(key)!, section.KeyPath(key), problem);
        }
    }

    private static string? Problem(string cron)
    {
        var fields = cron.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
        return fields.Length is 6 or 7
            ? fields.Zip(Fields, (text, field) => field.Problem(text)).FirstOrDefault(problem => problem is not null)
            : "a Quartz cron expression has six or seven fields, seconds first: 0 0/10 * * * ?";
    }
}
