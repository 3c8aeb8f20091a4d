namespace Scraper.Core.Sites;

/// <summary>A step that turns the text a field selector found into the field's value.</summary>
public abstract record TextFilter
{
    private TextFilter()
    {
    }

    /// <summary>Replaces every match.</summary>
    /// <param name="Find">What to look for.</param>
    /// <param name="With">What to put there; <c>$1</c> is the first group.</param>
    public sealed record Replace(SitePattern Find, string With) : TextFilter;

    /// <summary>Cuts one text into several values; each is trimmed and empty ones are dropped.</summary>
    /// <param name="At">Where to cut.</param>
    public sealed record Split(SitePattern At) : TextFilter;

    /// <summary>Takes characters off both ends, on top of white space.</summary>
    /// <param name="Characters">Each of these goes.</param>
    public sealed record Trim(string Characters) : TextFilter;

    /// <summary>Reads the text as a date; a text that fits no format gives no value.</summary>
    /// <param name="Formats">.NET custom date formats, tried in order; empty for ISO 8601 and the forms the language writes.</param>
    /// <param name="Zone">IANA time zone for a text that names none, or <see langword="null"/>.</param>
    public sealed record Date(IReadOnlyList<string> Formats, string? Zone) : TextFilter;
}
