namespace Scraper.Core.Decoding;

/// <summary>A page's text and how it was got from its bytes.</summary>
/// <param name="Text">The text, without byte order mark and without U+0000.</param>
/// <param name="Encoding">Name of the encoding in the WHATWG Encoding Standard, lower case (<c>utf-8</c>, <c>windows-1252</c>).</param>
/// <param name="How">What decided it.</param>
/// <param name="Replaced">How many U+FFFD stand for bytes that are invalid in the encoding.</param>
public sealed record DecodedPage(string Text, string Encoding, DecodedBy How, int Replaced);
