namespace Scraper.Core.Labelling;

/// <summary>Tells a line that is nothing but a time of day ("18:40", "9:05 pm"), as live blogs put above their entries.</summary>
internal static class ClockLine
{
    private const int Longest = 12;

    public static bool IsMatch(string text)
    {
        if (text.Length > Longest || !text.Contains(':') || Words.Of(text) is not [var hour, var minute, ..] words || words.Count > 3)
        {
            return false;
        }

        // "9:05pm" runs into its half of the day.
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var half = words.Count == 3 ? words[2] : minute[Math.Min(2, minute.Length)..];
        return colon is 1 or 2
            && int.TryParse(hour, out var h) && h is >= 0 and < 24
            && minute.Length >= 2 && int.TryParse(minute[..2], out var m) && m is >= 0 and < 60
            && (half is "" or "am" or "pm");
    }
}
