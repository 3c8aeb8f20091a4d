namespace Scraper.Core.Labelling;

/// <summary>Finds the head of a mail above a text: lines of a name and a value (RFC 5322, 2.2) in a row, at least two of them with an address or a date.</summary>
internal static class MailHead
{
    /// <summary>Lines within which the head stands, and the fewest that it has.</summary>
    private const int Within = 20;
    private const int Fewest = 3;

    /// <summary>Longest name of a field, in UTF-16 code units, in any language.</summary>
    private const int LongestName = 20;

    /// <summary>Labels what gives addresses; the subject stays open, for it may be the headline.</summary>
    public static void Label(LabelSheet sheet)
    {
        var blocks = sheet.Document.Blocks;
        for (var i = 0; i < Math.Min(Within, blocks.Count); i++)
        {
            var end = i;
            while (end < blocks.Count && end < i + Within && IsField(blocks[end].Text))
            {
                end++;
            }

            var addresses = Enumerable.Range(i, end - i).Where(j => blocks[j].Text.Contains('@')).ToList();
            if (end - i >= Fewest && addresses.Count > 0 && addresses.Count + Enumerable.Range(i, end - i).Count(j => sheet[j] is { Label: Labelling.Label.Date }) > 1)
            {
                addresses.ForEach(j => sheet.TryLabel(j, new Verdict(Labelling.Label.Other, new Reason(ReasonKind.Pattern, "the head of a mail", 0.9))));
                return;
            }

            i = Math.Max(i, end - 1);
        }
    }

    /// <summary>Whether a line is a name without spaces, a colon and a value.</summary>
    public static bool IsField(string text) =>
        text.IndexOf(": ", StringComparison.Ordinal) is > 0 and <= LongestName and var colon && !text.AsSpan(0, colon).ContainsAny(" .,") && char.IsLetter(text[0]);
}
