namespace Scraper.Core.Labelling;

/// <summary>Tells a line that is nothing but the initials of who wrote and who edited, as papers put under a text: "(dew/idh)".</summary>
internal static class SignOff
{
    private const int Fewest = 2;
    private const int Most = 5;
    private const int Longest = 24;

    public static bool IsMatch(string text)
    {
        if (text.Length > Longest || text is not ['(', .., ')'] || !text.Contains('/', StringComparison.Ordinal))
        {
            return false;
        }

        foreach (var range in text.AsSpan()[1..^1].Split('/'))
        {
            var initials = text.AsSpan()[1..^1][range].Trim();
            if (initials.Length is < Fewest or > Most || initials.ContainsAnyExceptInRange('a', 'z'))
            {
                return false;
            }
        }

        return true;
    }
}
