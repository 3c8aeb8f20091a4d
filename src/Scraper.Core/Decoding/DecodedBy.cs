namespace Scraper.Core.Decoding;

/// <summary>What decided a page's encoding.</summary>
public enum DecodedBy
{
    /// <summary>A byte order mark.</summary>
    Bom,

    /// <summary>The charset of the HTTP header.</summary>
    Http,

    /// <summary>A <c>meta</c> element or XML declaration.</summary>
    Meta,

    /// <summary>The bytes are valid UTF-8 with characters beyond ASCII, or pure ASCII.</summary>
    Utf8Validity,

    /// <summary>Statistics over the bytes.</summary>
    Detection,
}
