using System.Globalization;
using Scraper.Storage;

namespace Scraper.Web.Pages;

/// <summary>A place in the list of articles as an address carries it: milliseconds since 1970 and the article's number.</summary>
internal static class CursorText
{
    public static string Write(ArticleCursor cursor) => string.Create(CultureInfo.InvariantCulture, $"{cursor.At.ToUnixTimeMilliseconds()}.{cursor.Id}");

    /// <summary>The place; <see langword="null"/> for the beginning, which is also what any other text means.</summary>
    public static ArticleCursor? Read(string? text) =>
        text?.Split('.') is [var at, var number]
        && long.TryParse(at, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var milliseconds)
        && long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
        && milliseconds >= DateTimeOffset.MinValue.ToUnixTimeMilliseconds() && milliseconds <= DateTimeOffset.MaxValue.ToUnixTimeMilliseconds()
            ? new ArticleCursor(DateTimeOffset.FromUnixTimeMilliseconds(milliseconds), id)
            : null;
}
