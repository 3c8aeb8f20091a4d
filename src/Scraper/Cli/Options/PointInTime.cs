using System.Globalization;

namespace Scraper.Cli;

/// <summary>A moment on the command line: a date, a date with time, or how long ago.</summary>
internal static class PointInTime
{
    /// <exception cref="CliException">It is none.</exception>
    public static DateTimeOffset? Read(string? text, string option)
    {
        if (text is null)
        {
            return null;
        }

        if (text.Length > 1 && text[^1] is 'd' or 'h' or 'm' && int.TryParse(text[..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count < 1_000_000)
        {
            var ago = text[^1] switch { 'd' => TimeSpan.FromDays(count), 'h' => TimeSpan.FromHours(count), _ => TimeSpan.FromMinutes(count) };
            var now = TimeProvider.System.GetUtcNow();
            return ago <= now - DateTimeOffset.MinValue ? now - ago : throw NoTime(text, option);
        }

        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : throw NoTime(text, option);
    }

    private static CliException NoTime(string text, string option) => new($"{option} {text}: not a time; write 2026-03-01, 2026-03-01T12:00Z, 7d or 12h");
}
