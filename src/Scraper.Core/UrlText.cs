using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Scraper.Core;

/// <summary>
/// Reads a URL that somebody wrote. The one way to it, as <see cref="Uri"/> drops marks of direction from hosts after it has looked
/// at them: it throws <see cref="IndexOutOfRangeException"/> on a host of nothing else, and writes others that it cannot read
/// again. They are percent-encoded here before, as browsers do (WHATWG URL, 4.4), and no host may have them then.
/// </summary>
#pragma warning disable RS0030 // BannedSymbols.txt sends all others here.
public static class UrlText
{
    private const string Marks = "\u200E\u200F\u202A\u202B\u202C\u202D\u202E";

    private static readonly SearchValues<char> AnyMark = SearchValues.Create(Marks);

    /// <summary>Reads an absolute URL of any scheme. Never throws.</summary>
    /// <param name="text">As written; on Unix <c>/a</c> is a file's URL.</param>
    /// <param name="url">The URL, where there is one; one of http(s) can be read again from its <see cref="Uri.AbsoluteUri"/>.</param>
    /// <returns>Whether it is one.</returns>
    public static bool TryRead([NotNullWhen(true)] string? text, [NotNullWhen(true)] out Uri? url) =>
        IsKept(Uri.TryCreate(Plain(text), UriKind.Absolute, out var made) ? made : null, out url);

    /// <summary>Reads a URL that may be relative to another (RFC 3986, 5). Never throws.</summary>
    /// <param name="page">What it is relative to; without an absolute one it is none.</param>
    /// <param name="text">As written.</param>
    /// <param name="url">The URL, where there is one; one of http(s) can be read again from its <see cref="Uri.AbsoluteUri"/>.</param>
    /// <returns>Whether it is one.</returns>
    public static bool TryJoin([NotNullWhen(true)] Uri? page, [NotNullWhen(true)] string? text, [NotNullWhen(true)] out Uri? url) =>
        IsKept(Uri.TryCreate(page, Plain(text), out var made) ? made : null, out url);

    private static bool IsKept(Uri? made, [NotNullWhen(true)] out Uri? url)
    {
        url = made is not null && (Ascii.IsValid(made.OriginalString) || Uri.TryCreate(made.AbsoluteUri, UriKind.Absolute, out _)) ? made : null;
        return url is not null;
    }

    [return: NotNullIfNotNull(nameof(text))]
    private static string? Plain(string? text) => text.AsSpan().ContainsAny(AnyMark)
        ? Marks.Aggregate(text!, (plain, mark) => plain.Replace(mark.ToString(), Uri.EscapeDataString(mark.ToString()), StringComparison.Ordinal))
        : text;
}
