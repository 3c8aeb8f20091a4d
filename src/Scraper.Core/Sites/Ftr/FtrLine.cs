namespace Scraper.Core.Sites;

/// <summary>A line of a file of ftr-site-config.</summary>
/// <param name="Name">The directive in lower case.</param>
/// <param name="Argument">What stands in brackets after it, or empty.</param>
/// <param name="Value">What stands after the colon, trimmed.</param>
/// <param name="Line">Line from 1.</param>
internal sealed record FtrLine(string Name, string Argument, string Value, int Line)
{
    /// <summary>Reads a line; <see langword="null"/> for one without a colon.</summary>
    public static FtrLine? Read(string text, int line)
    {
        // The argument of replace_string may itself hold brackets and colons: it ends at the first "):".
        var open = text.IndexOf('(', StringComparison.Ordinal);
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        if (open > 0 && (colon < 0 || open < colon) && text.IndexOf("):", open, StringComparison.Ordinal) is var close and > 0)
        {
            return new FtrLine(text[..open].Trim().ToLowerInvariant(), text[(open + 1)..close].Trim(), text[(close + 2)..].Trim(), line);
        }

        return colon <= 0 ? null : new FtrLine(text[..colon].Trim().ToLowerInvariant(), string.Empty, text[(colon + 1)..].Trim(), line);
    }
}
