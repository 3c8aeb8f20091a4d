namespace Scraper.Core.Blocks.Parsing;

/// <summary>Which doctypes ask for the rules of old browsers, by which a table does not close a paragraph (HTML Living Standard 13.2.6.4.1).</summary>
internal static class Quirks
{
    private const string Space = " \t\n\f\r";

    private static readonly string[] PublicIds = ["-//W3O//DTD W3 HTML Strict 3.0//EN//", "-/W3C/DTD HTML 4.0 Transitional/EN", "HTML"];

    private static readonly string[] PublicIdStarts =
    [
        "+//Silmaril//dtd html Pro v0r11 19970101//", "-//AS//DTD HTML 3.0 asWedit + extensions//", "-//AdvaSoft Ltd//DTD HTML 3.0 asWedit + extensions//",
        "-//IETF//DTD HTML 2.0 Level 1//", "-//IETF//DTD HTML 2.0 Level 2//", "-//IETF//DTD HTML 2.0 Strict Level 1//", "-//IETF//DTD HTML 2.0 Strict Level 2//",
        "-//IETF//DTD HTML 2.0 Strict//", "-//IETF//DTD HTML 2.0//", "-//IETF//DTD HTML 2.1E//", "-//IETF//DTD HTML 3.0//", "-//IETF//DTD HTML 3.2 Final//",
        "-//IETF//DTD HTML 3.2//", "-//IETF//DTD HTML 3//", "-//IETF//DTD HTML Level 0//", "-//IETF//DTD HTML Level 1//", "-//IETF//DTD HTML Level 2//",
        "-//IETF//DTD HTML Level 3//", "-//IETF//DTD HTML Strict Level 0//", "-//IETF//DTD HTML Strict Level 1//", "-//IETF//DTD HTML Strict Level 2//",
        "-//IETF//DTD HTML Strict Level 3//", "-//IETF//DTD HTML Strict//", "-//IETF//DTD HTML//", "-//Metrius//DTD Metrius Presentational//",
        "-//Microsoft//DTD Internet Explorer 2.0 HTML Strict//", "-//Microsoft//DTD Internet Explorer 2.0 HTML//", "-//Microsoft//DTD Internet Explorer 2.0 Tables//",
        "-//Microsoft//DTD Internet Explorer 3.0 HTML Strict//", "-//Microsoft//DTD Internet Explorer 3.0 HTML//", "-//Microsoft//DTD Internet Explorer 3.0 Tables//",
        "-//Netscape Comm. Corp.//DTD HTML//", "-//Netscape Comm. Corp.//DTD Strict HTML//", "-//O'Reilly and Associates//DTD HTML 2.0//",
        "-//O'Reilly and Associates//DTD HTML Extended 1.0//", "-//O'Reilly and Associates//DTD HTML Extended Relaxed 1.0//",
        "-//SoftQuad Software//DTD HoTMetaL PRO 6.0::19990601::extensions to HTML 4.0//", "-//SoftQuad//DTD HoTMetaL PRO 4.0::19971010::extensions to HTML 4.0//",
        "-//Spyglass//DTD HTML 2.0 Extended//", "-//SQ//DTD HTML 2.0 HoTMetaL + extensions//", "-//Sun Microsystems Corp.//DTD HotJava HTML//",
        "-//Sun Microsystems Corp.//DTD HotJava Strict HTML//", "-//W3C//DTD HTML 3 1995-03-24//", "-//W3C//DTD HTML 3.2 Draft//", "-//W3C//DTD HTML 3.2 Final//",
        "-//W3C//DTD HTML 3.2//", "-//W3C//DTD HTML 3.2S Draft//", "-//W3C//DTD HTML 4.0 Frameset//", "-//W3C//DTD HTML 4.0 Transitional//",
        "-//W3C//DTD HTML Experimental 19960712//", "-//W3C//DTD HTML Experimental 970421//", "-//W3C//DTD W3 HTML//", "-//W3O//DTD W3 HTML 3.0//",
        "-//WebTechs//DTD Mozilla HTML 2.0//", "-//WebTechs//DTD Mozilla HTML//",
    ];

    private static readonly string[] PublicIdStartsWithoutSystemId = ["-//W3C//DTD HTML 4.01 Frameset//", "-//W3C//DTD HTML 4.01 Transitional//"];

    /// <param name="name">The name after <c>&lt;!doctype</c>.</param>
    /// <param name="identifiers">What follows the name.</param>
    public static bool AreAskedForBy(ReadOnlySpan<char> name, ReadOnlySpan<char> identifiers)
    {
        if (!name.Equals("html", StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        if (identifiers.IsEmpty)
        {
            return false;
        }

        var isPublic = identifiers.StartsWith("public", StringComparison.OrdinalIgnoreCase);
        if (!isPublic && !identifiers.StartsWith("system", StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        var rest = identifiers["public".Length..];
        if (!TryReadQuoted(ref rest, out var id))
        {
            return true;
        }

        var systemId = id;
        var hasSystemId = !isPublic || TryReadQuoted(ref rest, out systemId);
        return (isPublic && !hasSystemId && !rest.IsEmpty)
            || (hasSystemId && systemId.Equals("http://www.ibm.com/data/dtd/v11/ibmxhtml1-transitional.dtd", StringComparison.OrdinalIgnoreCase))
            || (isPublic && (IsAnyOf(PublicIds, id, isStart: false) || IsAnyOf(PublicIdStarts, id, isStart: true) || (!hasSystemId && IsAnyOf(PublicIdStartsWithoutSystemId, id, isStart: true))));
    }

    private static bool TryReadQuoted(ref ReadOnlySpan<char> text, out ReadOnlySpan<char> value)
    {
        text = text.TrimStart(Space);
        value = default;
        if (text.IsEmpty || text[0] is not ('"' or '\'') || text[1..].IndexOf(text[0]) is not (>= 0 and var length))
        {
            return false;
        }

        value = text.Slice(1, length);
        text = text[(length + 2)..];
        return true;
    }

    private static bool IsAnyOf(string[] ids, ReadOnlySpan<char> id, bool isStart)
    {
        foreach (var known in ids)
        {
            if (isStart ? id.StartsWith(known, StringComparison.OrdinalIgnoreCase) : id.Equals(known, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
